package dev.relogrid.engine.verdict;

import dev.relogrid.engine.advice.FixSnippet;
import dev.relogrid.engine.advice.Grade;
import dev.relogrid.engine.advice.NearestMatch;
import dev.relogrid.engine.advice.Suggestion;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.core.AccessSpec;
import dev.relogrid.engine.core.CandidateMatch;
import dev.relogrid.engine.core.Resolution;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.object.Extern;
import dev.relogrid.engine.object.Program;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to do about a finding.
 *
 * @param suggestions what may have taken the place of what is missing, the likeliest first
 * @param snippet C that works before and after; empty where none is sure to
 */
public record Remedy(List<Suggestion> suggestions, String snippet) {
    public static final Remedy NONE = new Remedy(List.of(), "");

    /**
     * Looks for one.
     *
     * @param specs the object
     * @param lacking a kernel with types, on which the finding was made
     * @param having the newest kernel with types on which it was not; null when there is none
     */
    public static Remedy of(ObjectSpecs specs, Finding finding, Kernel lacking, @Nullable Kernel having) {
        Btf target = lacking.vmlinux();
        if (target == null) {
            return NONE;
        }
        return finding.relocation() == null
                ? ofName(specs, finding.obstacle(), lacking)
                : ofRelocation(specs, finding, lacking, having == null ? null : having.vmlinux());
    }

    /** The code of the finding in the light of what was found: a field that is missing may have been renamed. */
    public CauseCode code(Finding finding) {
        CauseCode code = finding.obstacle().code();
        boolean sure = !suggestions.isEmpty()
                && suggestions.getFirst().grade() != Grade.SIMILAR_NAME_ONLY
                // what is known to be gone for good has no new name
                && !suggestions.getFirst().path().isEmpty();
        return code == CauseCode.FIELD_MISSING && sure ? CauseCode.FIELD_RENAMED : code;
    }

    private static Remedy ofName(ObjectSpecs specs, Obstacle obstacle, Kernel lacking) {
        String wanted = obstacle.wanted();
        String name = wanted.substring(wanted.lastIndexOf(' ') + 1);
        return switch (obstacle.code()) {
            case ATTACH_TARGET_MISSING, ATTACH_TARGET_INLINED -> {
                List<Suggestion> found =
                        wanted.contains("function ") ? NearestMatch.forFunction(name, lacking) : List.of();
                List<Suggestion> sure = isKprobe(obstacle.place().program()) ? sure(found) : List.of();
                yield new Remedy(found, sure.isEmpty() ? "" : FixSnippet.kprobe(name, sure));
            }
            case KFUNC_MISSING -> new Remedy(NearestMatch.forFunction(name, lacking), ofExtern(specs, name));
            case KCONFIG_MISSING -> new Remedy(List.of(), ofExtern(specs, name));
            case HELPER_UNKNOWN -> new Remedy(List.of(), FixSnippet.helper(helper(wanted)));
            default -> NONE;
        };
    }

    /** {@code helper bpf_loop (#181)}. */
    private static String helper(String wanted) {
        String[] words = wanted.split(" ", -1);
        return words.length > 1 ? words[1] : wanted;
    }

    private static String ofExtern(ObjectSpecs specs, String name) {
        Btf types = specs.object().btf();
        for (Extern extern : specs.object().externs()) {
            if (types != null && extern.name().equals(name)) {
                return extern.kind() == Extern.Kind.KFUNC
                        ? FixSnippet.kfunc(types, extern.typeId())
                        : FixSnippet.kconfig(types, types.type(extern.typeId()), name);
            }
        }
        return "";
    }

    private static List<Suggestion> sure(List<Suggestion> found) {
        return found.stream()
                .filter(one -> one.grade() != Grade.SIMILAR_NAME_ONLY)
                .toList();
    }

    private static boolean isKprobe(@Nullable Program program) {
        return program != null && program.sectionName().startsWith("kprobe/");
    }

    private static Remedy ofRelocation(ObjectSpecs specs, Finding finding, Kernel lacking, @Nullable Btf reference) {
        AccessSpec local = specs.specs().get(finding.number()).spec();
        Btf target = lacking.vmlinux();
        if (local == null || target == null) {
            return NONE;
        }
        List<Suggestion> found = switch (finding.obstacle().code()) {
            case FIELD_MISSING, FIELD_RETYPED ->
                NearestMatch.forField(local, failingStep(specs, finding, lacking), target, reference);
            case ENUM_VALUE_MISSING -> NearestMatch.forEnumValue(local, target);
            case TYPE_MISSING, NOT_A_KERNEL_TYPE ->
                NearestMatch.forType(
                        local.btf().kind(local.rootTypeId()), local.btf().name(local.rootTypeId()), target);
            default -> List.of();
        };
        return new Remedy(found, snippet(finding.obstacle().code(), local, sure(found)));
    }

    /** C for what is sure; for what has no other name, C that does without it where it is missing. */
    private static String snippet(CauseCode code, AccessSpec local, List<Suggestion> sure) {
        return switch (code) {
            case FIELD_MISSING, FIELD_RETYPED -> sure.isEmpty() ? "" : FixSnippet.field(local, sure);
            case FIELD_RESIZED -> FixSnippet.resized(local);
            case ENUM_VALUE_MISSING -> FixSnippet.enumerator(local, sure);
            case TYPE_MISSING -> FixSnippet.type(Explanations.type(local), sure);
            default -> "";
        };
    }

    private static int failingStep(ObjectSpecs specs, Finding finding, Kernel lacking) {
        RelocationResult result = RelocationPass.run(specs, lacking).get(finding.number());
        Resolution resolution = result.resolution();
        List<CandidateMatch> candidates = resolution == null ? List.of() : resolution.candidates();
        return candidates.isEmpty() ? 0 : Explanations.best(candidates).reached();
    }
}
