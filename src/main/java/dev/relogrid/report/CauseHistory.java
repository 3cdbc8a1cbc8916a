package dev.relogrid.report;

import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.EssentialName;
import dev.relogrid.engine.core.AccessSpec;
import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.history.BadQuestion;
import dev.relogrid.engine.history.Question;
import dev.relogrid.engine.verdict.Finding;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.report.history.HistoryLine;
import dev.relogrid.report.history.HistoryRun;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the thing a cause is about, over all kernels that were judged. */
final class CauseHistory {
    /** No story of one thing is longer that anybody reads. */
    static final int MOST_LINES = 3;

    private CauseHistory() {}

    /** None where nothing changes over the kernels, or there is nothing to ask for. */
    static List<HistoryLine> of(ObjectSpecs specs, Finding finding, List<StoredKernel> kernels) {
        AccessSpec spec = finding.number() < 0
                ? null
                : specs.specs().get(finding.number()).spec();
        List<String> words = words(finding.obstacle(), spec);
        if (words.isEmpty() || kernels.size() < 2) {
            return List.of();
        }
        try {
            List<HistoryLine> lines = HistoryLine.changes(HistoryRun.of(Question.parse(words, false), kernels));
            return lines.size() > MOST_LINES ? List.of() : lines;
        } catch (BadQuestion e) {
            return List.of(); // a name that nobody can type is no name to follow
        }
    }

    private static List<String> words(Obstacle obstacle, @Nullable AccessSpec spec) {
        String last = obstacle.wanted().substring(obstacle.wanted().lastIndexOf(' ') + 1);
        return switch (obstacle.code()) {
            case FIELD_MISSING, FIELD_RENAMED, FIELD_RETYPED, FIELD_RESIZED -> field(spec);
            case ENUM_VALUE_MISSING -> spec == null ? List.of() : List.of("enum", type(spec), enumerator(spec));
            case TYPE_MISSING -> spec == null ? List.of() : List.of(kind(spec), type(spec));
            case ATTACH_TARGET_MISSING, ATTACH_TARGET_INLINED ->
                obstacle.wanted().startsWith("function ") ? List.of("func", last) : List.of();
            case KFUNC_MISSING -> List.of("func", last);
            case KCONFIG_MISSING -> last.startsWith("CONFIG_") ? List.of("config", last) : List.of();
            default -> List.of();
        };
    }

    /** The first member of the access, which is what moves. */
    private static List<String> field(@Nullable AccessSpec spec) {
        for (int i = 0; spec != null && i < spec.length(); i++) {
            if (spec.isNamed(i)) {
                return List.of(kind(spec), type(spec), spec.accessorNameText(i));
            }
        }
        return List.of();
    }

    private static String enumerator(AccessSpec spec) {
        return EssentialName.of(spec.accessorNameText(0));
    }

    private static String type(AccessSpec spec) {
        return EssentialName.of(spec.btf().name(spec.rootTypeId()));
    }

    private static String kind(AccessSpec spec) {
        Btf btf = spec.btf();
        return BtfKind.name(btf.kind(spec.rootTypeId()));
    }
}
