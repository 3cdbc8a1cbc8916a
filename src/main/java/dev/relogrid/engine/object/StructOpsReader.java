package dev.relogrid.engine.object;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.elf.Rel;
import dev.relogrid.engine.elf.Section;
import dev.relogrid.engine.elf.Symbol;
import dev.relogrid.engine.insn.Insn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the struct_ops maps of an object and the programs in them ({@code bpf_object_init_struct_ops}, {@code
 * bpf_object__collect_st_ops_relos}). What libbpf would refuse there is left out.
 */
final class StructOpsReader {
    /** Far more than there are; every variable of the section may name the same struct. */
    private static final int MOST_MEMBERS = 1024;

    private final Elf elf;
    private final Btf btf;
    private final List<Symbol> symbols;
    private final List<Program> programs;

    StructOpsReader(Elf elf, Btf btf, List<Symbol> symbols, List<Program> programs) {
        this.elf = elf;
        this.btf = btf;
        this.symbols = symbols;
        this.programs = programs;
    }

    List<StructOps> read() {
        List<StructOps> found = new ArrayList<>();
        for (Section section : elf.sections()) {
            String name = section.name().startsWith("?") ? section.name().substring(1) : section.name();
            if (name.equals(".struct_ops") || name.equals(".struct_ops.link")) {
                int datasec = datasec(section.name());
                Map<Long, Program> pointers = pointers(section);
                for (int i = 0; datasec != 0 && i < btf.vlen(datasec); i++) {
                    StructOps map = map(section, pointers, btf.datasecType(datasec, i), offset(datasec, i));
                    if (map != null) {
                        found.add(map);
                    }
                }
            }
        }
        return found;
    }

    /**
     * The same programs, of which those that struct_ops maps refer to are loaded when one of these maps is created, and
     * else are not, whatever their sections say ({@code bpf_object_adjust_struct_ops_autoload}).
     */
    static List<Program> autoloaded(List<Program> programs, List<StructOps> maps) {
        IdentityHashMap<Program, Boolean> wanted = new IdentityHashMap<>();
        for (StructOps map : maps) {
            for (Program program : map.programs().values()) {
                wanted.merge(program, map.autocreate(), Boolean::logicalOr);
            }
        }
        List<Program> all = new ArrayList<>();
        for (Program program : programs) {
            Boolean autoload = wanted.get(program);
            all.add(autoload == null ? program : program.withAutoload(autoload));
        }
        return List.copyOf(all);
    }

    private long offset(int datasec, int i) {
        return Integer.toUnsignedLong(btf.datasecOffset(datasec, i));
    }

    private int datasec(String name) {
        for (int id = 1; id < btf.typeCount(); id++) {
            if (btf.kind(id) == BtfKind.DATASEC && btf.name(id).equals(name)) {
                return id;
            }
        }
        return 0;
    }

    /** The programs that places of the section point to, by their offsets. */
    private Map<Long, Program> pointers(Section section) {
        Map<Long, Program> found = new HashMap<>();
        for (Section relocations : elf.sections()) {
            if (relocations.type() == Elf.SHT_REL && relocations.info() == section.index()) {
                for (Rel rel : elf.relocations(relocations)) {
                    if (rel.symbol() >= 0 && rel.symbol() < symbols.size()) {
                        Symbol symbol = symbols.get(rel.symbol());
                        Program program = ProgramReader.find(programs, symbol.section(), symbol.value() / Insn.SIZE);
                        if (program != null) {
                            found.put(rel.offset(), program);
                        }
                    }
                }
            }
        }
        return found;
    }

    private @Nullable StructOps map(Section section, Map<Long, Program> pointers, int variable, long offset) {
        int type = btf.kind(variable) == BtfKind.VAR ? btf.skipModifiersAndTypedefs(btf.type(variable)) : 0;
        if (btf.kind(type) != BtfKind.STRUCT
                || btf.vlen(type) > MOST_MEMBERS
                || offset + btf.size(type) > section.size()) {
            return null;
        }
        Map<Integer, Program> members = new HashMap<>();
        for (int i = 0; i < btf.vlen(type); i++) {
            Program program = pointers.get(offset + btf.memberBitOffset(type, i) / 8);
            if (program != null) {
                members.put(i, program);
            }
        }
        String name = btf.name(variable);
        return new StructOps(
                name,
                type,
                !section.name().startsWith("?"),
                section.name().endsWith(".link"),
                members,
                elf.data(section).slice("struct_ops " + name, offset, btf.size(type)));
    }
}
