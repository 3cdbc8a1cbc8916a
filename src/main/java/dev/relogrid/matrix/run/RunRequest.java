package dev.relogrid.matrix.run;

import dev.relogrid.matrix.analysis.LoadProfile;
import dev.relogrid.matrix.object.StoredObject;
import java.util.List;

/**
 * Work that is asked for.
 *
 * @param kernels queries or ids of those to boot; empty unless the kind is {@code BOOT}
 * @param priority {@link #PERSON}, {@link #CI}, {@link #RECHECK} or what is between
 * @param requestedBy whoever asks, a name for people
 */
public record RunRequest(
        Run.Kind kind,
        StoredObject object,
        LoadProfile profile,
        List<String> kernels,
        int priority,
        String requestedBy) {
    /** Somebody waits for it. */
    public static final int PERSON = 100;
    /** A program waits for it. */
    public static final int CI = 50;
    /** Nobody waits for it. */
    public static final int RECHECK = 10;

    /** To hold it against the archive. */
    public static RunRequest check(StoredObject object, LoadProfile profile, int priority, String requestedBy) {
        return new RunRequest(Run.Kind.CHECK, object, profile, List.of(), priority, requestedBy);
    }

    /** @param kernels queries or ids, at least one */
    public static RunRequest boot(StoredObject object, LoadProfile profile, List<String> kernels, String requestedBy) {
        return new RunRequest(Run.Kind.BOOT, object, profile, kernels, PERSON, requestedBy);
    }
}
