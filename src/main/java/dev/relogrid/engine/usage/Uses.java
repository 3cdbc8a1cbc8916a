package dev.relogrid.engine.usage;

import dev.relogrid.engine.btf.EssentialName;
import dev.relogrid.engine.core.AccessSpec;
import dev.relogrid.engine.core.SpecParser;
import dev.relogrid.engine.feature.HelperNames;
import dev.relogrid.engine.feature.Needs;
import dev.relogrid.engine.feature.ProgramKind;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Extern;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.Reference;
import dev.relogrid.engine.object.RelocationRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the places of an object that use something of the kernel: CO-RE relocations, calls of helpers and of kernel
 * functions, kernel variables and options by name, and what programs are attached to. An access without relocation, and a
 * function named only at run time, leave no trace to be found.
 */
public final class Uses {
    private static final String HELPER = "BPF_FUNC_";
    private static final String HELPER_CALL = "bpf_";

    private final BpfObject object;
    private final Sought sought;
    private final List<Use> uses = new ArrayList<>();

    private Uses(BpfObject object, Sought sought) {
        this.object = object;
        this.sought = sought;
    }

    /** By program and instruction; what is in no program comes last. */
    public static List<Use> of(BpfObject object, Sought sought) {
        var uses = new Uses(object, sought);
        uses.relocations();
        uses.attached();
        uses.code();
        uses.uses.sort(Comparator.comparingInt(uses::place).thenComparingInt(Use::insn));
        return List.copyOf(uses.uses);
    }

    /**
     * Every name of the kernel that the object mentions: of types, members, enumerators, helpers, externs and functions it is
     * attached to, without flavours. Whatever {@link #of} finds something for is among them by its last name: a member's,
     * an enumerator's, else the thing's own.
     */
    public static Set<String> names(BpfObject object) {
        return new UsedNames(object).all();
    }

    private int place(Use use) {
        Program program = use.program();
        return program == null ? object.programs().size() : object.programs().indexOf(program);
    }

    private void relocations() {
        var types = object.btf();
        if (types == null) {
            return;
        }
        SpecSearch search = new SpecSearch(sought);
        for (RelocationRecord record : object.relocations()) {
            AccessSpec spec = SpecParser.parse(types, record.relo()).spec();
            if (spec != null && search.isUsedBy(spec)) {
                uses.add(new Use(
                        record.program(),
                        record.programInsn(),
                        record.number(),
                        spec.kind().word(),
                        SpecSearch.text(spec),
                        object.lines().at(record.section(), record.relo().insnOff())));
            }
        }
    }

    private void attached() {
        if (!sought.keyword().equals("func")) {
            return;
        }
        Needs needs = Needs.of(object);
        for (Program program : object.programs()) {
            if (!program.subprogram() && function(needs.kindOf(program)).equals(sought.name())) {
                uses.add(new Use(program, -1, -1, "attached to", sought.name(), null));
            }
        }
    }

    /** The function a program is attached to; empty when to none. */
    static String function(ProgramKind kind) {
        String target = kind.target();
        if (target == null) {
            return "";
        }
        return switch (kind.attach()) {
            case KPROBE -> target.indexOf('+') < 0 ? target : target.substring(0, target.indexOf('+'));
            case KPROBE_MULTI, BTF_FUNCTION -> target;
            case LSM -> "bpf_lsm_" + target;
            default -> "";
        };
    }

    private void code() {
        Set<Extern> seen = new HashSet<>();
        for (Program program : object.programs()) {
            for (int i = 0; i < program.insnCount(); i++) {
                Insn insn = program.insn(i);
                if (insn.code() == Insn.CALL && insn.src() == 0 && isHelper(insn.imm())) {
                    add(program, i, "calls helper", HelperNames.function(insn.imm()));
                }
                if (object.reference(program, i) instanceof Reference.ToExtern reference
                        && isSought(reference.extern())) {
                    seen.add(reference.extern());
                    add(
                            program,
                            i,
                            how(reference.extern(), insn),
                            reference.extern().name());
                }
                i += insn.isLdimm64() ? 1 : 0;
            }
        }
        for (Extern extern : object.externs()) {
            if (isSought(extern) && !seen.contains(extern)) {
                uses.add(new Use(null, -1, -1, "declares", extern.name(), null));
            }
        }
    }

    private void add(Program program, int insn, String how, String what) {
        uses.add(new Use(program, insn, -1, how, what, object.line(program, insn)));
    }

    private static String how(Extern extern, Insn insn) {
        return switch (extern.kind()) {
            case KCONFIG -> "reads option";
            case KFUNC -> insn.code() == Insn.CALL ? "calls" : "asks for";
            case KSYM_TYPED, KSYM_UNTYPED -> "takes the address of";
        };
    }

    private boolean isSought(Extern extern) {
        boolean option = extern.kind() == Extern.Kind.KCONFIG;
        return sought.keyword().equals(option ? "config" : "func")
                && EssentialName.of(extern.name()).equals(sought.name());
    }

    /** A call of helper 0, which is none, is what libbpf leaves for kernel functions. */
    private boolean isHelper(int number) {
        String name = number <= 0 ? "" : HelperNames.function(number);
        if (name.isEmpty()) {
            return false;
        }
        String enumerator = enumerator(name);
        return switch (sought.keyword()) {
            case "func" -> name.equals(sought.name());
            case "enumval" -> enumerator.equals(sought.name());
            case "enum" -> sought.name().equals("bpf_func_id") && sought.path().equals(List.of(enumerator));
            default -> false;
        };
    }

    /** {@code BPF_FUNC_loop} for {@code bpf_loop}; empty for no helper. */
    static String enumerator(String helper) {
        return helper.isEmpty() ? "" : HELPER + helper.substring(HELPER_CALL.length());
    }
}
