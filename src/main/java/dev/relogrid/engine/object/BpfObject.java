package dev.relogrid.engine.object;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfExt;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.elf.Section;
import dev.relogrid.engine.elf.Symbol;
import dev.relogrid.engine.insn.Insn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A compiled eBPF object. Reading it takes three kinds of ends: bytes that are no eBPF object at all are {@link
 * MalformedInput}; an object that libbpf would refuse to open has a {@link #refusal} and what could be read of it; what
 * libbpf only warns about is in {@link #warnings}.
 *
 * <p>Source: libbpf {@code bpf_object_open}, {@code bpf_object__elf_collect}.
 */
public final class BpfObject {
    private final Elf elf;
    private final List<String> warnings = new ArrayList<>();
    private final @Nullable Btf btf;
    private final @Nullable BtfExt ext;
    private final SourceLines lines;
    private List<Program> programs = List.of();
    private List<Extern> externs = List.of();
    private List<MapDef> maps = List.of();
    private List<MapDef> innerMaps = List.of();
    private List<StructOps> structOps = List.of();
    private List<RelocationRecord> relocations = List.of();
    private @Nullable Refusal refusal;
    private @Nullable References references;
    private @Nullable CallGraph calls;

    private BpfObject(Elf elf) {
        this.elf = elf;
        this.btf = readTypes();
        this.ext = readExt();
        this.lines = new SourceLines(btf, ext);
    }

    /**
     * The object as libbpf loads it when nobody tells it otherwise.
     *
     * @throws MalformedInput when the bytes are not an ELF64 eBPF object, or its .BTF is damaged
     */
    public static BpfObject parse(Bytes file) {
        return parse(file, Map.of());
    }

    /**
     * The object as a loader has it that calls {@code bpf_program__set_autoload}.
     *
     * @param autoload by name of program; those not named are loaded or not as their section says
     * @throws MalformedInput when the bytes are not an ELF64 eBPF object, or its .BTF is damaged
     */
    public static BpfObject parse(Bytes file, Map<String, Boolean> autoload) {
        Elf elf = Elf.parse(file);
        if (elf.fileType() != Elf.ET_REL) {
            throw new MalformedInput("ELF header", 16, "type 1 (an object file)", "type " + elf.fileType());
        }
        if (elf.machine() != 0 && elf.machine() != Elf.EM_BPF) {
            throw new MalformedInput("ELF header", 18, "machine 247 (eBPF)", "machine " + elf.machine());
        }
        BpfObject object = new BpfObject(elf);
        object.collect(autoload);
        return object;
    }

    /** Damaged types end the reading where libbpf needs them, and are ignored with a warning where it does not. */
    private @Nullable Btf readTypes() {
        Section section = elf.section(".BTF");
        if (section == null) {
            return null;
        }
        try {
            return Btf.parse(elf.data(section)).withPointerSize(8);
        } catch (MalformedInput e) {
            if (needsTypes()) {
                throw e;
            }
            warnings.add(".BTF is ignored, so nothing is relocated: " + e.getMessage());
            return null;
        }
    }

    private boolean needsTypes() {
        return elf.sections().stream()
                        .anyMatch(section -> section.nameIs(".maps")
                                || section.name().startsWith(".struct_ops")
                                || section.name().startsWith("?.struct_ops"))
                || elf.symbols().stream()
                        .anyMatch(symbol ->
                                ExternReader.isExtern(symbol) && !symbol.name().isEmpty());
    }

    private @Nullable BtfExt readExt() {
        Section section = elf.section(".BTF.ext");
        if (section == null) {
            return null;
        }
        if (btf == null) {
            warnings.add(".BTF.ext is ignored: there is no .BTF section it could refer to");
            return null;
        }
        try {
            return BtfExt.parse(elf.data(section));
        } catch (MalformedInput e) {
            warnings.add(".BTF.ext is ignored, so nothing is relocated: " + e.getMessage());
            return null;
        }
    }

    private void collect(Map<String, Boolean> autoload) {
        List<Symbol> symbols = elf.symbols();
        try {
            if (symbols.isEmpty()) {
                throw new OpenRefused(Refusal.ENOENT, "there is no symbol table; was the object stripped?");
            }
            programs = List.copyOf(new ProgramReader(elf, symbols, autoload).read());
            if (elf.section("maps") != null) {
                throw new OpenRefused(
                        Refusal.EOPNOTSUPP, "section 'maps': map definitions of before libbpf 1.0 are not supported");
            }
            externs = List.copyOf(new ExternReader(btf).read(symbols));
            MapReader mapReader = new MapReader(elf, btf, symbols);
            maps = List.copyOf(mapReader.read());
            innerMaps = List.copyOf(mapReader.innerMaps());
            if (btf != null) {
                programs =
                        StructOpsReader.autoloaded(programs, new StructOpsReader(elf, btf, symbols, programs).read());
                structOps = List.copyOf(new StructOpsReader(elf, btf, symbols, programs).read());
            }
            new RelocationCheck(elf, symbols, programs, maps).run();
        } catch (OpenRefused e) {
            refusal = e.refusal();
        }
        relocations = new RelocationReader(elf, btf, ext, programs).read();
        references = new References(elf, symbols, programs).with(externs, maps);
        calls = new CallGraph(references, programs);
    }

    public Elf elf() {
        return elf;
    }

    /** Its types; null when it was compiled without. */
    public @Nullable Btf btf() {
        return btf;
    }

    /** Programs and sub-programs, by section and offset. */
    public List<Program> programs() {
        return programs;
    }

    public List<Extern> externs() {
        return externs;
    }

    public List<MapDef> maps() {
        return maps;
    }

    /** What maps of maps are made to hold, each named after the outer map as libbpf does, {@code outer.inner}. */
    public List<MapDef> innerMaps() {
        return innerMaps;
    }

    /** The maps that stand for structs of function pointers of the kernel; they are not among {@link #maps}. */
    public List<StructOps> structOps() {
        return structOps;
    }

    /** Its CO-RE relocations in libbpf's order, that of .BTF.ext. */
    public List<RelocationRecord> relocations() {
        return relocations;
    }

    /** The C source lines its instructions come from. */
    public SourceLines lines() {
        return lines;
    }

    /** The global variables its types tell of, by section and in the order of their definition. */
    public List<Variable> variables() {
        return btf == null ? List.of() : VariableReader.read(btf, elf.symbols(), maps);
    }

    /** The C source line an instruction of a program comes from; null when none is known. */
    public @Nullable SourceLine line(Program program, int insn) {
        String section = elf.sections().get(program.sectionIndex()).name();
        return lines.at(section, (program.insnOff() + insn) * Insn.SIZE);
    }

    /** The programs and sub-programs whose code, through however many calls, includes one of {@code functions}. */
    public Set<Program> reaching(Collection<Program> functions) {
        return calls == null ? Set.copyOf(functions) : calls.reaching(functions);
    }

    /** The program and every function its code calls or takes the address of, however far down, itself first. */
    public List<Program> codeOf(Program program) {
        return calls == null ? List.of(program) : calls.reachedFrom(program);
    }

    /** What the instruction in that slot of a program refers to; null when to nothing. */
    public @Nullable Reference reference(Program program, int index) {
        return references == null ? null : references.of(program, index);
    }

    /** Why libbpf would refuse to open it; null when it would not. */
    public @Nullable Refusal refusal() {
        return refusal;
    }

    /** The licence it says it is under, the text of its section {@code license}; empty when it says nothing. */
    public String licence() {
        Section section = elf.section("license");
        if (section == null) {
            return "";
        }
        Bytes text = elf.data(section);
        StringBuilder licence = new StringBuilder();
        for (int i = 0; i < text.length() && text.u8(i) != 0; i++) {
            licence.append((char) text.u8(i));
        }
        return licence.toString();
    }

    /** What libbpf carries on after, one sentence each. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }
}
