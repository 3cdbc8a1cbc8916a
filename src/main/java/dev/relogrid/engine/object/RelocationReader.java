package dev.relogrid.engine.object;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfExt;
import dev.relogrid.engine.btf.CoreRelo;
import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.elf.Section;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the relocations of .BTF.ext in their programs; a section is found by name, the first of that name wins. */
final class RelocationReader {
    private final Elf elf;
    private final @Nullable Btf btf;
    private final @Nullable BtfExt ext;
    private final List<Program> programs;

    RelocationReader(Elf elf, @Nullable Btf btf, @Nullable BtfExt ext, List<Program> programs) {
        this.elf = elf;
        this.btf = btf;
        this.ext = ext;
        this.programs = programs;
    }

    List<RelocationRecord> read() {
        if (btf == null || ext == null) {
            return List.of();
        }
        List<RelocationRecord> records = new ArrayList<>();
        for (BtfExt.Section<CoreRelo> part : ext.relocations()) {
            String name = btf.hasString(part.nameOff()) ? btf.string(part.nameOff()) : "";
            Section section = name.isEmpty() ? null : elf.section(name);
            int sectionIndex = section == null ? 0 : section.index();
            int index = 0;
            for (CoreRelo relo : part.records()) {
                Program program = ProgramReader.find(programs, sectionIndex, relo.insnOff() >>> 3);
                records.add(new RelocationRecord(records.size(), name, sectionIndex, index++, relo, program));
            }
        }
        return List.copyOf(records);
    }
}
