package dev.relogrid.engine.verdict;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.EssentialName;
import dev.relogrid.engine.core.AccessSpec;
import dev.relogrid.engine.core.CandidateMatch;
import dev.relogrid.engine.core.ReloValue;
import dev.relogrid.engine.core.Resolution;
import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.finding.Stage;
import dev.relogrid.engine.verdict.RelocationResult.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every sentence that says why a relocation, a program or an object is judged as it is. */
public final class Explanations {
    private Explanations() {}

    /** Why nothing can be said of a kernel without types. */
    static String noTypes(@Nullable String why) {
        return why == null ? "the kernel's types are not known" : why;
    }

    /** Why libbpf refuses, or may refuse, the whole object. */
    static String ofAll(Finding finding) {
        String said = said(finding.obstacle());
        return switch (finding.effect()) {
            case BREAKS ->
                finding.obstacle().stage() == Stage.CREATE
                        ? "the kernel refuses a map: " + said
                        : "libbpf refuses the object: " + said;
            default -> said;
        };
    }

    /** Why a program is judged as it is: its worst finding. */
    static String ofProgram(Finding finding) {
        String said = said(finding.obstacle());
        return switch (finding.effect()) {
            case GUARDED -> said + ", and is not needed there";
            case DEPENDS -> finding.why().isEmpty() ? said : said + "; " + finding.why();
            case UNDECIDED ->
                finding.why().isEmpty() ? said : said + "; whether it is reached is not known: " + finding.why();
            case WARNS, BREAKS -> said;
        };
    }

    /** What the kernel lacks, in one clause. */
    public static String said(Obstacle obstacle) {
        return switch (obstacle.code()) {
            case FIELD_MISSING, FIELD_RENAMED, FIELD_RETYPED, TYPE_MISSING, NOT_A_KERNEL_TYPE, ENUM_VALUE_MISSING ->
                obstacle.level() == Obstacle.Level.WARNING ? obstacle.wanted() + ": " + obstacle.has() : obstacle.has();
            default -> obstacle.wanted() + ": " + obstacle.has();
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

    /** What is missing where no kernel ever had the type. */
    static String nowhere(RelocationResult result) {
        Resolution resolution = result.resolution();
        AccessSpec local = resolution == null ? null : resolution.local();
        return local == null ? cause(result) : "no known kernel has a " + type(local);
    }

    static String type(AccessSpec local) {
        Btf btf = local.btf();
        String kind = BtfKind.name(btf.kind(local.rootTypeId()));
        String name = EssentialName.of(btf.name(local.rootTypeId()));
        return name.isEmpty() ? "anonymous " + kind : kind + " " + name;
    }

    /** What is missing for an access that no candidate has. */
    public static String missing(AccessSpec local, List<CandidateMatch> candidates) {
        String type = type(local);
        if (candidates.isEmpty()) {
            return "the kernel has no " + type;
        }
        if (local.kind().isEnumvalBased()) {
            return type + " has no enumerator " + EssentialName.of(local.accessorNameText(0));
        }
        if (local.kind().isTypeBased()) {
            return type + " is not compatible with the object's";
        }
        CandidateMatch best = best(candidates);
        int step = Math.min(best.reached(), local.length() - 1);
        String path = path(local, step);
        if (!local.isNamed(step)) {
            return "in " + type + ", " + path + " is not an element that exists";
        }
        return best.incompatible()
                ? "in " + type + ", " + path + " is of a type that does not fit the object's"
                : type + " has no " + path;
    }

    /** The candidate that has most of the access. */
    static CandidateMatch best(List<CandidateMatch> candidates) {
        CandidateMatch best = candidates.getFirst();
        for (CandidateMatch candidate : candidates) {
            if (candidate.reached() > best.reached()) {
                best = candidate;
            }
        }
        return best;
    }

    /** What a relocation is after, as C would write it: {@code struct inode.i_ctime.tv_sec}. */
    static String wanted(RelocationResult result) {
        Resolution resolution = result.resolution();
        AccessSpec local = resolution == null ? null : resolution.local();
        return local == null ? "relocation #" + result.record().number() : wanted(local);
    }

    /** What an access is after, as C would write it. */
    public static String wanted(AccessSpec local) {
        String type = type(local);
        if (local.kind().isTypeBased()) {
            return type;
        }
        if (local.kind().isEnumvalBased()) {
            return EssentialName.of(local.accessorNameText(0)) + " of " + type;
        }
        return type + "." + path(local, local.length() - 1);
    }

    /** What is wrong with a field read as wide as the object's types have it. */
    static String resized(ReloValue.MemorySize size) {
        return "there it has " + size.value() + " bytes, and " + size.original() + " are read";
    }

    /** What is wrong with a field taken for a number of the other signedness. */
    static String resigned(boolean signed) {
        return "there it is " + (signed ? "signed" : "unsigned");
    }

    /** The access up to and including a step: {@code i_ctime.tv_sec}, {@code args[2]}. */
    public static String path(AccessSpec spec, int last) {
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
