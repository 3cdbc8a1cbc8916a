package dev.relogrid.archive;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;

/** Real BTF for tests, out of the archive that ships with the program. */
public final class ShippedBtf {
    /** The archive's folder; tests run in the project's root. */
    public static final Path ARCHIVE = Path.of("btf-archive");

    private ShippedBtf() {}

    /** The raw vmlinux BTF of the smallest kernel there is. */
    public static byte[] smallest() throws IOException {
        Archive archive = Archive.open(SampleArchive.dir());
        CatalogEntry smallest = archive.entries().stream()
                .min(Comparator.comparingInt(
                        entry -> Objects.requireNonNull(entry.btf()).size()))
                .orElseThrow();
        return archive.vmlinuxBtf(smallest);
    }

    /** Whether there is a {@code struct task_struct}, as in every kernel. */
    public static boolean hasTaskStruct(Btf btf) {
        for (int id = 1; id < btf.typeCount(); id++) {
            if (btf.kind(id) == BtfKind.STRUCT && btf.name(id).equals("task_struct")) {
                return true;
            }
        }
        return false;
    }
}
