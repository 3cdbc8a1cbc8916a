package dev.relogrid.engine.verdict;

import dev.relogrid.engine.core.AccessSpec;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Extern;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.RelocationRecord;
import dev.relogrid.engine.object.SourceLine;
import dev.relogrid.engine.object.Variable;
import dev.relogrid.engine.reach.Decision;
import dev.relogrid.engine.reach.Origins;
import dev.relogrid.engine.reach.RodataVariable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says in words which checks of a program keep the verifier from an instruction, or fail to. */
final class GuardText {
    /** More guards in a row than anybody reads. */
    private static final int MOST = 3;

    private final ObjectSpecs specs;
    private final LoadedObject loaded;

    GuardText(ObjectSpecs specs, LoadedObject loaded) {
        this.specs = specs;
        this.loaded = loaded;
    }

    /** Why an instruction is reached, by the decided branches on the way to it that could have led elsewhere. */
    String reached(List<Decision> path, ProgramJudge.Suspect suspect) {
        WaysTo ways = new WaysTo(suspect.function(), suspect.insn(), loaded);
        List<Decision> guards = new ArrayList<>();
        for (Decision guard : guards(path)) {
            if (ways.isAvoidedBy(guard)) {
                guards.add(guard);
            }
        }
        if (guards.isEmpty()) {
            return "nothing checks for it";
        }
        return sentence(guards.subList(Math.max(0, guards.size() - MOST), guards.size()));
    }

    /** What keeps the verifier from an instruction, by the decided branches that would have led there, nearest first. */
    String kept(List<Decision> decisions) {
        List<Decision> guards = guards(decisions);
        return guards.isEmpty() ? "no way leads to it" : sentence(guards.subList(0, 1));
    }

    String tooComplex(@Nullable String why) {
        return why == null ? "the ways to it are too many to be told apart" : why;
    }

    /** Which variable decides. */
    String depends(Variable variable, byte @Nullable [] other, boolean reachedNow) {
        BpfObject object = specs.object();
        byte[] now = VariableValues.compiled(object, variable);
        byte[] preset = loaded.presets().get(variable.name());
        String name = variable.name();
        String is = variable.size() > 8
                ? name + " as it is compiled"
                : name + " is " + number(preset == null ? now : preset) + (preset == null ? " as compiled" : " as set");
        String then =
                other == null ? "with other values of such variables" : "with " + name + " set to " + number(other);
        return is + ", and so it is " + (reachedNow ? "" : "not ") + "reached; " + then
                + (reachedNow ? " it is not" : other == null ? " it may be" : " it is");
    }

    /** Which options decide that are not known. */
    String dependsOnOptions(List<String> options) {
        return "it is reached only with some values of " + String.join(", ", options) + ", which "
                + (options.size() == 1 ? "is" : "are") + " not known";
    }

    private String number(byte[] value) {
        return Long.toUnsignedString(
                VariableValues.number(value, specs.object().elf().order()));
    }

    /** Those that can be put in words. */
    private List<Decision> guards(List<Decision> decisions) {
        List<Decision> guards = new ArrayList<>();
        for (Decision decision : decisions) {
            if (!asks(decision.origins()).isEmpty()) {
                guards.add(decision);
            }
        }
        return guards;
    }

    private String sentence(List<Decision> guards) {
        Set<String> parts = new LinkedHashSet<>();
        for (Decision guard : guards) {
            SourceLine line = specs.object().line(guard.function(), guard.insn());
            parts.add("the guard" + (line == null ? "" : " at " + file(line) + ":" + line.line()) + " asks "
                    + String.join(" and ", asks(guard.origins())));
        }
        return String.join("; ", parts);
    }

    private static String file(SourceLine line) {
        return line.file().substring(line.file().lastIndexOf('/') + 1);
    }

    private List<String> asks(Origins origins) {
        Set<String> asks = new LinkedHashSet<>();
        for (Origins.Place place : origins.relocated()) {
            String ask = relocation(place.function(), place.insn());
            if (!ask.isEmpty()) {
                asks.add(ask);
            }
        }
        for (Extern extern : origins.externs()) {
            asks.add("for " + extern.name() + loaded.text(extern));
        }
        for (RodataVariable variable : origins.rodata()) {
            asks.add("for " + variable.name());
        }
        return List.copyOf(asks);
    }

    /** What a relocation asks, and what the kernel says. */
    private String relocation(Program function, int insn) {
        for (RelocationRecord record : specs.object().relocations()) {
            if (record.programInsn() == insn && isIn(record, function)) {
                AccessSpec spec = specs.specs().get(record.number()).spec();
                return spec == null ? "" : relocation(spec, loaded.insn(function, insn));
            }
        }
        return "";
    }

    @SuppressWarnings("ReferenceEquality") // each function of the object is one
    private static boolean isIn(RelocationRecord record, Program function) {
        return record.program() == function;
    }

    private static String relocation(AccessSpec spec, Insn written) {
        String wanted = Explanations.wanted(spec);
        boolean there = written.imm() != 0;
        return switch (spec.kind()) {
            case FIELD_EXISTS, TYPE_EXISTS, ENUMVAL_EXISTS ->
                "for " + wanted + (there ? ", which is there" : ", which is not there");
            case TYPE_MATCHES ->
                "whether " + wanted + (there ? " is the same, and it is" : " is the same, and it is not");
            case FIELD_BYTE_SIZE -> "how large " + wanted + " is, and it has " + written.imm() + " bytes";
            case FIELD_SIGNED -> "whether " + wanted + " is signed, and it is" + (there ? "" : " not");
            case ENUMVAL_VALUE -> "for the value of " + wanted + ", which is " + written.imm();
            case TYPE_SIZE -> "how large " + wanted + " is";
            case FIELD_BYTE_OFFSET, FIELD_LSHIFT_U64, FIELD_RSHIFT_U64 -> "where " + wanted + " lies";
            case TYPE_ID_LOCAL, TYPE_ID_TARGET -> "for the id of " + wanted;
        };
    }
}
