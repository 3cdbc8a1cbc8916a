package dev.relogrid.accuracy;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.fixture.RealObjects;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A real object and where it comes from.
 *
 * @param group objects that are counted together: a version of libbpf-tools, or all others of an architecture
 * @param arch Debian's name of the architecture it was compiled for
 * @param name of the object
 */
record CorpusObject(String group, String arch, String name, Bytes bytes) {
    static final String TOOLS = "libbpf-tools";

    /** All there are, by group. */
    static List<CorpusObject> all() throws IOException {
        List<CorpusObject> all = new ArrayList<>();
        for (Path file : RealObjects.all()) {
            String[] parts = file.getFileName().toString().split("_", 4); // suite, architecture, package, the rest
            int cut = parts[3].lastIndexOf('-');
            String group = parts[2].equals(TOOLS)
                    ? TOOLS + " " + parts[3].substring(0, parts[3].indexOf('+'))
                    : "other packages, " + parts[1];
            all.add(new CorpusObject(
                    group,
                    parts[1],
                    parts[2] + " " + parts[3].substring(0, cut),
                    Bytes.of(file.toString(), Files.readAllBytes(file), ByteOrder.LITTLE_ENDIAN)));
        }
        all.sort((a, b) -> a.group.compareTo(b.group));
        return all;
    }

    boolean isTool() {
        return group.startsWith(TOOLS);
    }
}
