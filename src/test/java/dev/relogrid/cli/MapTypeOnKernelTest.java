package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.object.MapType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of map types against the newest kernel's own. */
final class MapTypeOnKernelTest {
    private static final String PREFIX = "BPF_MAP_TYPE_";
    /** Other names of the same numbers. */
    private static final Set<String> ALIASES = Set.of("CGROUP_STORAGE_DEPRECATED", "PERCPU_CGROUP_STORAGE_DEPRECATED");

    @TempDir
    private Path dir = Path.of("");

    @Test
    void everyTypeHasTheKernelsName() throws IOException {
        Path vmlinux = ShippedFiles.vmlinux("7.3.4", dir);
        Btf btf = BtfFile.read(vmlinux, null);
        int id = TypeQuery.find(btf, "enum bpf_map_type", vmlinux.toString()).getFirst();
        int checked = 0;
        for (int i = 0; i < btf.vlen(id); i++) {
            String name = btf.string(btf.enumeratorNameOffset(id, i));
            int number = (int) btf.enumeratorValue(id, i);
            if (name.startsWith(PREFIX) && !ALIASES.contains(name.substring(PREFIX.length()))) {
                assertEquals(name.substring(PREFIX.length()).toLowerCase(Locale.ROOT), MapType.name(number));
                checked++;
            }
        }
        assertEquals(36, checked);
        assertEquals("type 4000000000", MapType.name((int) 4_000_000_000L));
    }
}
