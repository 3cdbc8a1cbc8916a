package dev.relogrid.archive.source;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.CatalogEntry.Origin;
import dev.relogrid.archive.KernelId;
import dev.relogrid.archive.NewKernel;
import dev.relogrid.archive.image.Extraction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What {@code ci/capture-kernel} packed on a running host; docs/ARCHIVE.md lists the files. */
final class HostCapture implements Members {
    private static final String FOLDER = "relogrid-capture/";
    static final String MANIFEST = FOLDER + "manifest";
    private static final String BTF = FOLDER + "btf/";
    private static final String FORMAT = "1";
    private static final int LARGEST_TEXT = 1 << 20;
    private static final int LARGEST_BTF = 256 << 20;

    private final PackageInput file;
    private final ImportOptions options;
    private final SortedMap<String, byte[]> modules = new TreeMap<>();
    private @Nullable Fields manifest;
    private byte @Nullable [] vmlinux;
    private final KernelTexts texts = new KernelTexts();

    private HostCapture(PackageInput file, ImportOptions options) {
        this.file = file;
        this.options = options;
    }

    static NewKernel read(PackageInput file, ImportOptions options) throws IOException {
        var capture = new HostCapture(file, options);
        TarMembers.read(file, file.stream(), capture);
        return capture.kernel();
    }

    @Override
    public void file(String path, InputStream content) throws IOException {
        if (path.equals(MANIFEST)) {
            manifest = Fields.parse(new String(file.all(content, LARGEST_TEXT), StandardCharsets.UTF_8), " ");
        } else if (path.equals(BTF + "vmlinux")) {
            vmlinux = file.all(content, LARGEST_BTF);
        } else if (path.startsWith(BTF) && options.modules() != ModuleChoice.NONE) {
            modules.put(path.substring(BTF.length()), file.all(content, LARGEST_BTF));
        } else if (path.equals(FOLDER + "config") || path.equals(FOLDER + "config.gz")) {
            texts.config(path, file.all(content, KernelTexts.LARGEST_CONFIG));
        } else if (path.equals(FOLDER + "kallsyms") && options.symbols()) {
            texts.symbols(path, file.all(content, KernelTexts.LARGEST_SYMBOLS));
        }
    }

    private NewKernel kernel() {
        Fields known = manifest;
        if (known == null || !known.get("format").equals(FORMAT)) {
            throw file.malformed("a manifest of format " + FORMAT, known == null ? "none" : known.get("format"));
        }
        List<String> source = new ArrayList<>(List.of("capture"));
        if (!known.get("build-id").isEmpty()) {
            source.add("build-id " + known.get("build-id"));
        }
        var origin = new Origin("", known.get("version"), "", source);
        Extraction btf = vmlinux == null
                ? new Extraction.NoBtf("the host it was captured on has no /sys/kernel/btf/vmlinux")
                : new Extraction.Found(vmlinux, List.of("capture"));
        return texts.of(new NewKernel(id(known), origin, btf, modules, texts.quarantine()));
    }

    private KernelId id(Fields known) {
        KernelId given = options.id();
        if (given != null) {
            return given;
        }
        String distro = options.distro() != null ? options.distro() : known.get("distro");
        String suite = options.suite() != null ? options.suite() : known.get("suite");
        if (distro.isEmpty() || suite.isEmpty()) {
            throw new ArchiveProblem(file.name() + " is of a host without os-release: give --distro and --suite");
        }
        return new KernelId(distro, suite, Architectures.canonical(known.get("machine")), known.get("release"));
    }
}
