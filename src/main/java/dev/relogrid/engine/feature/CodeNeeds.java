package dev.relogrid.engine.feature;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.finding.Obstacle.Place;
import dev.relogrid.engine.finding.Stage;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Extern;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.Reference;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The helpers that an object's code calls, and its instructions that not every kernel with types knows. */
final class CodeNeeds {
    /** Numbers from here on are libbpf's marks for what it could not resolve (0xbad2310, 2001000000, 2002000000). */
    private static final int FIRST_MARK = 195_896_080;
    /** {@code bpf_probe_read_kernel} and {@code _str}: libbpf calls what was before them where they are not there. */
    private static final Set<Integer> REPLACED = Set.of(113, 115);

    private final BpfObject object;
    private final Needs needs;
    private final boolean gpl;
    private final Numbered helpers = new Numbered(KernelEnum.HELPERS);
    private final List<Obstacle> certain = new ArrayList<>();
    private final Map<Since, Dated> dated = new EnumMap<>(Since.class);
    private final KernelCalls kernelCalls = new KernelCalls();
    private final HelperCalls helperCalls = new HelperCalls();
    private final Calls helpersCalled;
    private final Calls functionsCalled;

    CodeNeeds(BpfObject object, Needs needs) {
        this.object = object;
        this.needs = needs;
        this.helpersCalled = new Calls(object);
        this.functionsCalled = new Calls(object);
        this.gpl = Licence.isGpl(object.licence());
    }

    void addTo(List<NeedGroup> groups) {
        for (Program function : object.programs()) {
            read(function);
        }
        for (Program program : Needs.entries(object)) {
            addCalls(program);
        }
        if (!helpers.isEmpty()) {
            groups.add(helpers);
        }
        if (!certain.isEmpty()) {
            groups.add(new Certain(certain));
        }
        if (!helperCalls.isEmpty()) {
            groups.add(helperCalls);
        }
        groups.addAll(dated.values());
        if (!kernelCalls.isEmpty()) {
            groups.add(kernelCalls);
        }
    }

    private void addCalls(Program program) {
        ProgramKind kind = needs.kindOf(program);
        ProbeKind probed = needs.probeKindOf(program);
        if (!helpersCalled.isEmpty()) {
            helperCalls.add(program, kind, probed, helpersCalled.of(program));
        }
        if (!functionsCalled.isEmpty()) {
            kernelCalls.add(program, kind, probed, functionsCalled.of(program));
        }
    }

    private void read(Program function) {
        Set<InsnNeeds> seen = EnumSet.noneOf(InsnNeeds.class);
        for (int i = 0; i < function.insnCount(); i++) {
            Insn insn = function.insn(i);
            if (insn.code() == Insn.CALL) {
                readCall(function, i, insn);
            }
            InsnNeeds newer = insn.isLdimm64() && object.reference(function, i) instanceof Reference.ToFunction
                    ? InsnNeeds.CALLBACK
                    : InsnNeeds.of(insn);
            if (newer != null && newer.onSight()) {
                if (seen.add(newer)) {
                    addOnSight(function, newer);
                }
            } else if (newer != null) {
                addDated(newer, Place.at(function, i));
            }
            i += insn.isLdimm64() ? 1 : 0;
        }
    }

    private void readCall(Program function, int i, Insn insn) {
        int number = insn.imm();
        if (insn.src() == 0) {
            if (number >= 0 && number < FIRST_MARK) {
                readHelper(function, i, number);
            }
        } else if (object.reference(function, i) instanceof Reference.ToExtern called) {
            Btf types = object.btf();
            Extern extern = called.extern();
            if (types != null && extern.kind() == Extern.Kind.KFUNC) {
                String name = types.essentialName(types.nameOffset(extern.typeId()));
                Calls.Call call = new Calls.Call(function, i, -1, name);
                kernelCalls.add(call);
                functionsCalled.add(call);
            }
        }
    }

    private void readHelper(Program function, int i, int number) {
        helpersCalled.add(new Calls.Call(function, i, number, ""));
        if (!REPLACED.contains(number)) {
            helpers.add(number, need(CauseCode.HELPER_UNKNOWN, Place.at(function, i), HelperNames.name(number)));
        }
        if (!gpl && HelperNames.needsGpl(number)) {
            certain.add(
                    need(CauseCode.HELPER_NOT_ALLOWED, Place.at(function, i), HelperNames.name(number))
                            .missing(
                                    "the kernel keeps it for programs under the GPL, and the object's licence is not compatible"));
        }
    }

    /** The verifier looks at every instruction of the whole program before it follows any. */
    private void addOnSight(Program function, InsnNeeds newer) {
        Set<Program> including = object.reaching(List.of(function));
        for (Program program : Needs.entries(object)) {
            if (including.contains(program)) {
                addDated(newer, new Place(program, function, -1, null));
            }
        }
    }

    private void addDated(InsnNeeds newer, Place place) {
        dated.computeIfAbsent(newer.since(), Dated::new)
                .add(need(CauseCode.INSN_UNSUPPORTED, place, newer.wanted()), newer.fact());
    }

    private static Need need(CauseCode code, Place place, String wanted) {
        return new Need(code, Stage.LOAD, place, wanted);
    }
}
