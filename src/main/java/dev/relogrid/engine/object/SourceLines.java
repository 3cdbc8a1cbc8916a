package dev.relogrid.engine.object;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfExt;
import dev.relogrid.engine.btf.LineInfo;
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
                bySection.putIfAbsent(btf.string(part.nameOff()), part.records());
            }
        }
    }

    /** The line of the instruction at a byte offset of an ELF section, or null when none is known. */
    public @Nullable SourceLine at(String section, int insnOff) {
        List<LineInfo> lines = bySection.get(section);
        if (btf == null || lines == null) {
            return null;
        }
        LineInfo last = null;
        for (LineInfo line : lines) {
            if (Integer.compareUnsigned(line.insnOff(), insnOff) > 0) {
                break;
            }
            last = line;
        }
        if (last == null || !btf.hasString(last.fileOff()) || !btf.hasString(last.textOff())) {
            return null;
        }
        return new SourceLine(
                btf.string(last.fileOff()),
                last.line(),
                last.column(),
                btf.string(last.textOff()).strip());
    }
}
