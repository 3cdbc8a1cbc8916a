package dev.relogrid.engine.verdict;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.EssentialName;
import dev.relogrid.engine.core.AccessSpec;
import dev.relogrid.engine.core.CandidateMatch;
import dev.relogrid.engine.core.Resolution;
import dev.relogrid.engine.verdict.RelocationResult.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every sentence that says why a relocation, a program or an object is judged as it is. */
public final class Explanations {
    /** Why a program is undecided whose own code is whole. */
    static final String CALLS_POISON = "a function it calls has a relocation without target";

    private Explanations() {}

    /** Why nothing can be said of a kernel without types. */
    static String noTypes(@Nullable String why) {
        return why == null ? "the kernel's types are not known" : why;
    }

    /** Why the object is refused because of that relocation. */
    static String failure(Setback setback) {
        return "relocation #" + setback.relocation().number() + " is refused: " + setback.why();
    }

    /** Why a program breaks in which nothing lies before that poisoned instruction. */
    static String reached(Setback setback) {
        return "relocation #" + setback.relocation().number() + " has no target, and no branch before it";
    }

    /** Why a program with these poisoned instructions is undecided; empty for none. */
    static String poisoned(List<Setback> poisoned) {
        return switch (poisoned.size()) {
            case 0 -> "";
            case 1 -> "relocation #" + poisoned.getFirst().relocation().number() + " has no target";
            default -> poisoned.size() + " relocations have no target";
        };
    }

    /** What the kernel has, or lacks, for a relocation that did not end well; empty when it did, or was skipped. */
    public static String cause(RelocationResult result) {
        Resolution resolution = result.resolution();
        if (result.status() == Status.OK || result.status() == Status.SKIPPED || resolution == null) {
            return "";
        }
        AccessSpec local = resolution.local();
        if (resolution instanceof Resolution.Absent && local != null) {
            return missing(local, resolution.candidates());
        }
        return result.why();
    }

    /** What is missing for an access that no candidate has. */
    public static String missing(AccessSpec local, List<CandidateMatch> candidates) {
        Btf btf = local.btf();
        String type = BtfKind.name(btf.kind(local.rootTypeId())) + " " + EssentialName.of(btf.name(local.rootTypeId()));
        if (candidates.isEmpty()) {
            return "the kernel has no " + type;
        }
        if (local.kind().isEnumvalBased()) {
            return type + " has no enumerator " + EssentialName.of(local.accessorNameText(0));
        }
        if (local.kind().isTypeBased()) {
            return type + " is not compatible with the object's";
        }
        CandidateMatch best = candidates.getFirst();
        for (CandidateMatch candidate : candidates) {
            if (candidate.reached() > best.reached()) {
                best = candidate;
            }
        }
        int step = Math.min(best.reached(), local.length() - 1);
        String path = path(local, step);
        if (!local.isNamed(step)) {
            return "in " + type + ", " + path + " is not an element that exists";
        }
        return best.incompatible()
                ? "in " + type + ", " + path + " is of a type that does not fit the object's"
                : type + " has no " + path;
    }

    /** The access up to and including a step: {@code i_ctime.tv_sec}, {@code args[2]}. */
    private static String path(AccessSpec spec, int last) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= last; i++) {
            if (spec.isNamed(i)) {
                text.append(text.isEmpty() ? "" : ".").append(spec.accessorNameText(i));
            } else {
                text.append('[').append(spec.accessorIndex(i)).append(']');
            }
        }
        return text.isEmpty() ? "element " + spec.accessorIndex(0) : text.toString();
    }
}
