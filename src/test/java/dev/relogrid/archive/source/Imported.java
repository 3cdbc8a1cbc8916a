package dev.relogrid.archive.source;

import dev.relogrid.archive.NewKernel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What one import handed over. */
record Imported(List<NewKernel> kernels, List<String> leftOut) {
    static Imported of(ImportOptions options, Path... files) throws IOException {
        var all = new Imported(new ArrayList<>(), new ArrayList<>());
        KernelSources.read(List.of(files), options, new KernelSources.Sink() {
            @Override
            public void add(NewKernel kernel) {
                all.kernels.add(kernel);
            }

            @Override
            public void leftOut(Path file, String why) {
                all.leftOut.add(why);
            }
        });
        return all;
    }

    /** Nothing said but the suite. */
    static ImportOptions suite(String suite) {
        return new ImportOptions(null, suite, null, ModuleChoice.SOME);
    }

    static ImportOptions nothing() {
        return new ImportOptions(null, null, null, ModuleChoice.ALL);
    }

    NewKernel only() {
        if (kernels.size() != 1) {
            throw new AssertionError(kernels.size() + " kernels");
        }
        return kernels.getFirst();
    }
}
