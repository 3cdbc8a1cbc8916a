package dev.relogrid.matrix.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Something that is to be made known.
 *
 * @param kernels it is about, by name
 */
public record Happening(Kind kind, Cause cause, List<String> kernels, List<CauseLine> causes) {
    /** What changed. */
    public enum Kind {
        BROKEN,
        FIXED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What made it change. */
    public enum Why {
        /** Another object. */
        UPLOAD,
        /** Another state of the archive. */
        ARCHIVE,
        /** Another version of the engine. */
        ENGINE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Where an object stands.
     *
     * @param ref a branch or a tag
     * @param path the object's place there
     * @param attached the row by which it stands there: another one whenever another object takes the place
     */
    public record Place(long projectId, String ref, String path, long attached) {}

    /**
     * All an answer depends on.
     *
     * @param objectId the object's row
     * @param object its SHA-256
     * @param archive the digest of the archive's state
     * @param engine the engine's version
     */
    public record State(long objectId, String object, String archive, String engine) {}

    /** From what to what, where, and why. */
    public record Cause(Why why, Place place, State before, State after) {}

    /** What a comparison makes known: one for what broke, one for what was fixed, none for what did not happen. */
    public static List<Happening> of(Changes changes, Cause cause) {
        List<Happening> all = new ArrayList<>();
        if (!changes.broken().isEmpty()) {
            all.add(new Happening(Kind.BROKEN, cause, changes.broken(), changes.breaking()));
        }
        if (!changes.fixed().isEmpty()) {
            all.add(new Happening(Kind.FIXED, cause, changes.fixed(), changes.gone()));
        }
        return all;
    }

    /** The same for the same change, however often and by however many nodes it is found. */
    String key() {
        State before = cause.before;
        State after = cause.after;
        // an upload is told once, whichever archive and engine were asked about it first
        String change = cause.why == Why.UPLOAD
                ? before.object + " " + after.object
                : before.archive + "@" + before.engine + " " + after.archive + "@" + after.engine;
        return kind.code() + " " + cause.why.code() + " " + cause.place.attached + " " + change;
    }
}
