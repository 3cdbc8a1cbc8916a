package dev.relogrid.archive.pack;

import dev.relogrid.archive.KernelFiles;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.archive.pack.Packed.Raw;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.kernel.Kernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The kernels that ci/fetch-corpus fetched, which are of three architectures and both byte orders, with modules. */
final class RealKernels {
    private static final Path FETCHED = Path.of("target/corpus/kernels");

    private RealKernels() {}

    /** Their folders: suite, architecture, release. */
    static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.find(FETCHED, 3, (path, _) -> path.getNameCount() == 6)) {
            return folders.sorted().toList();
        }
    }

    static List<Raw> all() throws IOException {
        List<Raw> kernels = new ArrayList<>();
        for (Path folder : folders()) {
            StoredKernel kernel = KernelFiles.open(folder).getFirst();
            kernels.add(raw(kernel, FETCHED.relativize(folder).toString()));
        }
        return kernels;
    }

    static Raw raw(Kernel kernel, String id) {
        SortedMap<String, byte[]> modules = new TreeMap<>();
        for (NamedBtf module : kernel.modules()) {
            modules.put(module.name(), module.btf().raw());
        }
        Btf vmlinux = kernel.vmlinux();
        return new Raw(id, vmlinux == null ? null : vmlinux.raw(), modules);
    }
}
