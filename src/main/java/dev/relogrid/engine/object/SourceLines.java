package dev.relogrid.engine.object;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfExt;
import dev.relogrid.engine.btf.LineInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which C source line each instruction comes from: the last one that begins at or before it in its section. */
public final class SourceLines {
    private final @Nullable Btf btf;
    private final Map<String, List<LineInfo>> bySection = new HashMap<>();

    SourceLines(@Nullable Btf btf, @Nullable BtfExt ext) {
        this.btf = btf;
        if (btf == null || ext == null) {
            return;
        }
        for (BtfExt.Section<LineInfo> part : ext.lines()) {
            if (btf.hasString(part.nameOff())) {
                bySection.putIfAbsent(btf.string(part.nameOff()), inOrder(part.records()));
            }
        }
    }

    private static List<LineInfo> inOrder(List<LineInfo> lines) {
        List<LineInfo> sorted = new ArrayList<>(lines);
        sorted.sort((a, b) -> Integer.compareUnsigned(a.insnOff(), b.insnOff()));
        return sorted;
    }

    /** The line of the instruction at a byte offset of an ELF section, or null when none is known. */
    public @Nullable SourceLine at(String section, int insnOff) {
        List<LineInfo> lines = bySection.get(section);
        LineInfo last = btf == null || lines == null ? null : last(lines, insnOff);
        if (btf == null || last == null || !btf.hasString(last.fileOff()) || !btf.hasString(last.textOff())) {
            return null;
        }
        return new SourceLine(
                btf.string(last.fileOff()),
                last.line(),
                last.column(),
                btf.string(last.textOff()).strip());
    }

    private static @Nullable LineInfo last(List<LineInfo> lines, int insnOff) {
        int low = 0;
        int high = lines.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Integer.compareUnsigned(lines.get(middle).insnOff(), insnOff) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? null : lines.get(low - 1);
    }
}
