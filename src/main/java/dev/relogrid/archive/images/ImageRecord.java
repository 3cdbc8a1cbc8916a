package dev.relogrid.archive.images;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.JsonTree;
import dev.relogrid.archive.KernelId;
import dev.relogrid.engine.bytes.MalformedInput;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is written down about a bootable kernel, in {@code image.json}: {@code {"version": 1, "id": …, "package": …,
 * "packageVersion": …, "image": name, "parts": {name: {"size": …, "crc32": …, "sha256": …}}}}. A part's name is a path in
 * the kernel's folder.
 */
record ImageRecord(KernelId id, String packageName, String version, String image, SortedMap<String, Checksums> parts) {
    static final String FILE = "image.json";

    private static final long FORMAT = 1;
    private static final Pattern PART = Pattern.compile("(modules/)?[A-Za-z0-9_][A-Za-z0-9_.+-]*");

    boolean has(String part) {
        return parts.containsKey(part);
    }

    byte[] bytes() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("version", FORMAT);
        tree.put("id", id.toString());
        tree.put("package", packageName);
        tree.put("packageVersion", version);
        tree.put("image", image);
        Map<String, Object> listed = new LinkedHashMap<>();
        parts.forEach((name, part) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("size", part.size());
            row.put("crc32", part.crc32());
            row.put("sha256", part.sha256());
            listed.put(name, row);
        });
        tree.put("parts", listed);
        return JsonTree.write(tree);
    }

    /** @throws MalformedInput when it is not what {@link #bytes} writes */
    static ImageRecord parse(String name, byte[] json) {
        if (!(JsonTree.parse(name, json) instanceof Map<?, ?> tree)) {
            throw new MalformedInput(name, 0, "an object", "something else");
        }
        if (!Long.valueOf(FORMAT).equals(tree.get("version"))) {
            throw new MalformedInput(name, 0, "version " + FORMAT, String.valueOf(tree.get("version")));
        }
        if (!(tree.get("parts") instanceof Map<?, ?> listed)) {
            throw new MalformedInput(name, 0, "parts", "none");
        }
        SortedMap<String, Checksums> parts = new TreeMap<>();
        listed.forEach((part, sums) -> {
            if (!PART.matcher(String.valueOf(part)).matches()) {
                throw new MalformedInput(name, 0, "names of files in this folder", "'" + part + "'");
            }
            parts.put(String.valueOf(part), checksums(name, sums));
        });
        String image = text(name, tree.get("image"));
        if (!parts.containsKey(image)) {
            throw new MalformedInput(name, 0, "an image among the parts", "'" + image + "'");
        }
        return new ImageRecord(
                id(name, tree), text(name, tree.get("package")), text(name, tree.get("packageVersion")), image, parts);
    }

    private static Checksums checksums(String name, @Nullable Object sums) {
        if (sums instanceof Map<?, ?> row
                && row.get("size") instanceof Long size
                && row.get("crc32") instanceof Long crc32) {
            return new Checksums(size, crc32, text(name, row.get("sha256")));
        }
        throw new MalformedInput(name, 0, "size, crc32 and sha256 of each part", String.valueOf(sums));
    }

    private static KernelId id(String name, Map<?, ?> tree) {
        try {
            return KernelId.of(text(name, tree.get("id")));
        } catch (ArchiveProblem e) {
            throw new MalformedInput(name, 0, "a kernel's id", String.valueOf(e.getMessage()));
        }
    }

    private static String text(String name, @Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new MalformedInput(name, 0, "a text", String.valueOf(value));
    }
}
