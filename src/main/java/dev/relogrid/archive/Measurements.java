package dev.relogrid.archive;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What kernels said when they were booted and asked: the file {@code measured.zst} of an archive, a sorted text of which
 * only the lines of a fact that somebody wants are read. docs/ARCHIVE.md has its format.
 */
public final class Measurements {
    /** Its name in an archive's folder. */
    public static final String FILE = "measured.zst";

    /** No kernel at all. */
    static final Measurements NONE = new Measurements(new byte[0], List.of(), 0);

    static final String NAME = "archive " + FILE;
    static final String FIRST_LINE = "relogrid measured 1";
    static final String COUNT_LINE = "kernels ";
    static final int MOST_KERNELS = 1 << 16;

    /** Ten times what 600 kernels with 10,000 facts each take. */
    private static final int MOST_BYTES = 1 << 26;

    private final byte[] text;
    private final List<Kernel> kernels;
    private final int facts;

    /**
     * A kernel that was asked.
     *
     * @param id of the kernel; it need not be in the archive any more
     * @param probe version of what asked it, empty when that did not say
     */
    public record Kernel(String id, String probe) {}

    /**
     * One thing that kernels said under a fact.
     *
     * @param value not empty
     * @param kernels who said so, by their number among {@link #kernels}; at least one
     */
    record Row(String value, BitSet kernels) {}

    /** @param facts where in the text lines of facts begin */
    private Measurements(byte[] text, List<Kernel> kernels, int facts) {
        this.text = text;
        this.kernels = kernels;
        this.facts = facts;
    }

    /**
     * Those of an archive.
     *
     * @param dir the archive's folder
     * @return those of no kernel when the archive has none
     * @throws MalformedInput when the file is damaged
     * @throws ArchiveProblem when it cannot be read
     */
    public static Measurements read(Path dir) {
        try {
            return parse(unpack(Files.readAllBytes(dir.resolve(FILE))));
        } catch (NoSuchFileException e) {
            return NONE;
        } catch (IOException e) {
            throw StoredKernel.unreadable(NAME, e);
        }
    }

    private static byte[] unpack(byte[] packed) {
        long size = Zstd.getFrameContentSize(packed);
        if (size <= 0 || size > MOST_BYTES) {
            throw new MalformedInput(
                    NAME, 0, "a zstd frame that says its size, up to " + MOST_BYTES + " bytes", "size " + size);
        }
        try {
            byte[] raw = Zstd.decompress(packed, (int) size);
            if (raw.length != size) {
                throw new MalformedInput(NAME, 0, size + " bytes", raw.length + " bytes");
            }
            return raw;
        } catch (ZstdException e) {
            throw new MalformedInput(NAME, 0, "an intact zstd frame", String.valueOf(e.getMessage()));
        }
    }

    /** Reads the lines about kernels; those of facts are read when somebody wants them. */
    static Measurements parse(byte[] text) {
        MeasurementLines lines = new MeasurementLines(text);
        lines.expect(FIRST_LINE);
        int count = lines.count(COUNT_LINE, MOST_KERNELS);
        List<Kernel> kernels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int line = lines.at();
            Kernel kernel = lines.kernel();
            if (i > 0 && kernel.id.compareTo(kernels.get(i - 1).id) <= 0) {
                throw lines.malformed(line, "kernels in order, each once", kernel.id);
            }
            kernels.add(kernel);
        }
        return new Measurements(text, List.copyOf(kernels), lines.at());
    }

    /** Those that were asked, in the order of the bytes of their ids. */
    public List<Kernel> kernels() {
        return kernels;
    }

    /** Which of the {@link #kernels} has that id; negative when none has. */
    int indexOf(String id) {
        int from = 0;
        int to = kernels.size() - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int order = kernels.get(middle).id.compareTo(id);
            if (order == 0) {
                return middle;
            }
            from = order < 0 ? middle + 1 : from;
            to = order < 0 ? to : middle - 1;
        }
        return -1;
    }

    /**
     * What kernels said under that fact; none when nobody was asked.
     *
     * @throws MalformedInput when one of its lines is damaged
     */
    List<Row> rows(String fact) {
        byte[] wanted = fact.getBytes(StandardCharsets.ISO_8859_1);
        int line = search(wanted);
        List<Row> rows = new ArrayList<>(2);
        MeasurementLines lines = new MeasurementLines(text, line, kernels.size());
        while (lines.at() < text.length && compare(wanted, lines.at()) == 0) {
            rows.add(lines.fact().row());
        }
        return rows;
    }

    /** Where the first line begins that is not before the wanted fact's. */
    private int search(byte[] wanted) {
        int from = facts;
        int to = text.length;
        while (from < to) {
            int start = (from + to) >>> 1;
            while (start > from && text[start - 1] != '\n') {
                start--;
            }
            if (compare(wanted, start) > 0) {
                while (start < to && text[start] != '\n') {
                    start++;
                }
                from = start + 1;
            } else {
                to = start;
            }
        }
        return from;
    }

    /** The fact against that of a line. What ends a line's fact is less than all characters in facts. */
    private int compare(byte[] wanted, int line) {
        for (int i = 0; i < wanted.length; i++) {
            int there = line + i < text.length ? text[line + i] : '\n';
            if (wanted[i] != there) {
                return wanted[i] - there;
            }
        }
        return line + wanted.length < text.length && text[line + wanted.length] > '\t' ? -1 : 0;
    }

    /**
     * All that one of the {@link #kernels} said.
     *
     * @throws MalformedInput when any line is damaged
     */
    public SortedMap<String, String> facts(int kernel) {
        SortedMap<String, String> said = new TreeMap<>();
        for (MeasurementLines.Fact fact : all()) {
            if (fact.row().kernels.get(kernel)) {
                said.put(fact.name(), fact.row().value);
            }
        }
        return Collections.unmodifiableSortedMap(said);
    }

    /**
     * Every line, in order.
     *
     * @throws MalformedInput when any is damaged, out of order, or lets a kernel say two things under one fact
     */
    List<MeasurementLines.Fact> all() {
        List<MeasurementLines.Fact> all = new ArrayList<>();
        MeasurementLines lines = new MeasurementLines(text, facts, kernels.size());
        MeasurementLines.@Nullable Fact before = null;
        BitSet answered = new BitSet();
        while (lines.at() < text.length) {
            int line = lines.at();
            MeasurementLines.Fact fact = lines.fact();
            int order = before == null ? -1 : before.name().compareTo(fact.name());
            if (order < 0) {
                answered.clear();
            }
            if (order > 0 || order == 0 && before != null && before.row().value.compareTo(fact.row().value) >= 0) {
                throw lines.malformed(line, "lines in order, each once", fact.name());
            }
            if (answered.intersects(fact.row().kernels)) {
                throw lines.malformed(line, "one value of '" + fact.name() + "' for each kernel", "two");
            }
            answered.or(fact.row().kernels);
            before = fact;
            all.add(fact);
        }
        return all;
    }
}
