package dev.relogrid.accuracy;

import dev.relogrid.fixture.RealObjects;
import dev.relogrid.vm.BootedObject;
import dev.relogrid.vm.BootedObject.FixedMap;
import dev.relogrid.vm.BootedProgram;
import dev.relogrid.vm.Evidence;
import dev.relogrid.vm.EvidenceListing;
import dev.relogrid.vm.EvidenceStore;
import dev.relogrid.vm.agreement.AgreementTables;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Turns the evidence that ci/boot-corpus made into the files that the tests hold the engine against. */
public final class BootedFiles {
    private BootedFiles() {}

    /** Takes the evidence folder. */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> names = names();
        EvidenceStore store = new EvidenceStore(Path.of(arguments[0]));
        EvidenceListing listing = store.all();
        if (!listing.damaged().isEmpty()) {
            throw new IOException("damaged: " + listing.damaged());
        }
        Map<String, List<Evidence>> byKernel = new TreeMap<>();
        for (Evidence one : listing.found()) {
            if (names.containsKey(one.object().sha256())) {
                byKernel.computeIfAbsent(one.kernel(), kernel -> new ArrayList<>())
                        .add(one);
            }
        }
        for (Map.Entry<String, List<Evidence>> kernel : byKernel.entrySet()) {
            kernel.getValue().sort(Comparator.comparing(one -> one.object().sha256()));
            Path file = BootedKernel.file(kernel.getKey());
            try (Writer out = new OutputStreamWriter(
                    new XZOutputStream(Files.newOutputStream(file), new LZMA2Options(9)), StandardCharsets.UTF_8)) {
                write(kernel.getKey(), kernel.getValue(), store, names, out);
            }
            System.out.println(file + ": " + kernel.getValue().size() + " objects");
        }
    }

    /** Package and name of every object at hand, by hash. */
    private static Map<String, String> names() throws IOException {
        Map<String, String> names = new TreeMap<>();
        for (Path file : Booted.objects()) {
            names.put(RealObjects.sha256(Files.readAllBytes(file)), Booted.name(file));
        }
        return names;
    }

    private static void write(
            String kernel, List<Evidence> all, EvidenceStore store, Map<String, String> names, Writer out)
            throws IOException {
        Evidence first = all.getFirst();
        out.write(String.format(
                Locale.ROOT,
                """
                # What %s (%s) did with real objects, each program tried on its own.
                # Booted in QEMU %s (%s), %d MB, one processor, no module loaded; libbpf %s; loaded and not attached.
                # kernel  its id in the archive
                # object  SHA-256, where it is from and its name, errno of opening it
                # map     one the guest gave a size before load, as the object has none: name, entries
                # program name, section, outcome, stage, errno, reason, last lines of the verifier's log
                """,
                first.guest().release(),
                first.guest().version(),
                first.guest().qemu(),
                first.guest().accelerator(),
                first.guest().memoryMiB(),
                first.guest().libbpf()));
        line(out, "kernel", kernel);
        for (Evidence one : all) {
            BootedObject object = store.withLogs(one).object();
            line(
                    out,
                    "object",
                    object.sha256(),
                    String.valueOf(names.get(object.sha256())),
                    String.valueOf(object.openErrno()));
            for (FixedMap map : object.fixedMaps()) {
                line(out, "map", map.map(), String.valueOf(map.maxEntries()));
            }
            for (BootedProgram program : object.programs()) {
                line(
                        out,
                        "program",
                        program.name(),
                        program.section(),
                        program.outcome().name().toLowerCase(Locale.ROOT),
                        program.stage().name().toLowerCase(Locale.ROOT),
                        String.valueOf(program.errno()),
                        program.reason(),
                        tail(program));
            }
        }
    }

    private static String tail(BootedProgram program) {
        return program.verifierLog() == null
                ? ""
                : AgreementTables.tail(program.verifierLog()).replace("\n", BootedKernel.BREAK);
    }

    private static void line(Writer out, String... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            out.write((i == 0 ? "" : "\t") + cells[i].replace('\t', ' ').replace('\n', ' '));
        }
        out.write('\n');
    }
}
