package dev.relogrid.embedded;

import dev.relogrid.engine.bytes.MalformedInput;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What members of archives are called: the same in the next build, so nothing that is made of their contents. */
final class MemberName {
    /** No file system takes a longer path. */
    private static final int LONGEST = 4096;

    /** Layers of images are called by their hashes: OCI image layout, and what {@code docker save} wrote before it. */
    private static final Pattern LAYER =
            Pattern.compile("(^|/)(blobs/sha(256|512)/[0-9a-f]{64,128}|[0-9a-f]{64}(/layer\\.tar|\\.tar))$");

    private MemberName() {}

    /** A member of {@code outer}; of an image's layer {@code outer} itself. */
    static String of(String outer, String path) {
        if (path.length() > LONGEST) {
            throw new MalformedInput("name of a member", 0, "at most " + LONGEST + " bytes", path.length() + " bytes");
        }
        String clean = withoutLayer(path.replaceFirst("^(\\.?/)+", ""));
        return clean.isEmpty() ? outer : outer + ":" + clean;
    }

    /** The path of what a layer belongs to; any other path as it is. */
    static String withoutLayer(String path) {
        Matcher layer = LAYER.matcher(path);
        return layer.find() ? path.substring(0, layer.start()) : path;
    }
}
