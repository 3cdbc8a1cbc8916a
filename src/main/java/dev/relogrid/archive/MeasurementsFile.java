package dev.relogrid.archive;

import com.github.luben.zstd.ZstdCompressCtx;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes what kernels said when they were asked, one kernel after the other as they are booted. It is a file of its own
 * because packing all kernels anew takes minutes.
 */
public final class MeasurementsFile {
    /** The fact that says which version of the probe asked; stands with the kernel and not among facts. */
    public static final String PROBE = "probe version";

    /** Written often, read by every start: of 600 kernels a tenth of a second. */
    private static final int LEVEL = 9;

    /** By id, the version of the probe. */
    private final SortedMap<String, String> probes = new TreeMap<>();

    /** By fact and value, the kernels, by their place among the ids. */
    private final SortedMap<String, SortedMap<String, BitSet>> facts = new TreeMap<>();

    private MeasurementsFile() {}

    /**
     * Keeps what a kernel said, in the place of all it said before. What other kernels said stays; when the file is
     * damaged, nothing is written.
     *
     * @param archiveDir folder of an archive, in which the kernel need not be
     * @param facts name and value, not empty, of printable ASCII; none to forget the kernel
     * @throws ArchiveProblem when there is no archive, another writer is at work, or a fact cannot be written
     * @throws MalformedInput when the file is damaged: once it is removed, all kernels have to be asked again
     */
    public static void put(Path archiveDir, KernelId kernel, SortedMap<String, String> facts) throws IOException {
        facts.forEach(MeasurementsFile::check);
        try (ArchiveWriter writer = ArchiveWriter.openExisting(archiveDir)) {
            writer.writeMeasurements(content(Measurements.read(archiveDir), kernel, facts));
        }
    }

    private static void check(String fact, String value) {
        if (!isPrintable(fact) || !isPrintable(value)) {
            throw new ArchiveProblem(
                    "'" + fact + "' = '" + value + "' cannot be kept: both have to be printable ASCII");
        }
    }

    private static boolean isPrintable(String text) {
        boolean good = !text.isEmpty();
        for (int i = 0; i < text.length() && good; i++) {
            good = text.charAt(i) >= ' ' && text.charAt(i) <= '~';
        }
        return good;
    }

    /** The whole file as it is to be. */
    private static byte[] content(Measurements before, KernelId kernel, SortedMap<String, String> facts) {
        MeasurementsFile file = new MeasurementsFile();
        for (Measurements.Kernel known : before.kernels()) {
            file.probes.put(known.id(), known.probe());
        }
        String id = kernel.toString();
        file.probes.remove(id);
        if (!facts.isEmpty()) {
            file.probes.put(id, facts.getOrDefault(PROBE, ""));
        }
        List<String> order = List.copyOf(file.probes.keySet());
        file.addOthers(before, id, order);
        facts.forEach((fact, value) -> {
            if (!fact.equals(PROBE)) {
                file.set(fact, value).set(order.indexOf(id));
            }
        });
        return pack(file.text());
    }

    private void addOthers(Measurements before, String id, List<String> order) {
        int[] place = new int[before.kernels().size()];
        for (int i = 0; i < place.length; i++) {
            String known = before.kernels().get(i).id();
            place[i] = known.equals(id) ? -1 : Collections.binarySearch(order, known);
        }
        for (MeasurementLines.Fact fact : before.all()) {
            BitSet said = fact.row().kernels();
            for (int i = said.nextSetBit(0); i >= 0; i = said.nextSetBit(i + 1)) {
                if (place[i] >= 0) {
                    set(fact.name(), fact.row().value()).set(place[i]);
                }
            }
        }
    }

    private BitSet set(String fact, String value) {
        return facts.computeIfAbsent(fact, f -> new TreeMap<>()).computeIfAbsent(value, v -> new BitSet());
    }

    private byte[] text() {
        if (probes.size() > Measurements.MOST_KERNELS) {
            throw new ArchiveProblem("no more than " + Measurements.MOST_KERNELS + " kernels can be kept");
        }
        StringBuilder text = new StringBuilder();
        text.append(Measurements.FIRST_LINE).append('\n');
        text.append(Measurements.COUNT_LINE).append(probes.size()).append('\n');
        probes.forEach((id, probe) -> text.append(id).append('\t').append(probe).append('\n'));
        facts.forEach((fact, values) -> values.forEach((value, kernels) -> text.append(fact)
                .append('\t')
                .append(value)
                .append('\t')
                .append(hex(kernels))
                .append('\n')));
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String hex(BitSet kernels) {
        byte[] lowFirst = kernels.toByteArray();
        byte[] highFirst = new byte[lowFirst.length];
        for (int i = 0; i < lowFirst.length; i++) {
            highFirst[i] = lowFirst[lowFirst.length - 1 - i];
        }
        return new BigInteger(1, highFirst).toString(16);
    }

    private static byte[] pack(byte[] text) {
        try (var zstd = new ZstdCompressCtx()) {
            return zstd.setLevel(LEVEL).setChecksum(true).setContentSize(true).compress(text);
        }
    }
}
