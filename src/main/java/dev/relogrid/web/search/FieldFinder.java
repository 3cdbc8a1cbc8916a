package dev.relogrid.web.search;

import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.history.Answer;
import dev.relogrid.engine.history.BadQuestion;
import dev.relogrid.engine.history.FoundType;
import dev.relogrid.engine.history.Question;
import dev.relogrid.engine.history.TypeDefinition;
import dev.relogrid.engine.history.TypeLookup;
import dev.relogrid.matrix.kernel.ArchiveState;
import dev.relogrid.matrix.kernel.KernelTypes;
import dev.relogrid.report.history.HistoryRun;
import dev.relogrid.web.api.Archives;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Fields of the type before the dot, as the newest kernel has them; the very one that is written also where only older
 * kernels have it, which is when people look for it.
 */
@Component
@Order(5)
final class FieldFinder implements Finder {
    private final Archives archives;
    private final KernelTypes types;

    FieldFinder(Archives archives, KernelTypes types) {
        this.archives = archives;
        this.types = types;
    }

    /** {@code type} is with its kind. */
    private record Asked(String type, String path) {
        Hit hit(String path, String detail) {
            return new Hit("field", type + " " + path, detail, Hit.page("types", type, path));
        }
    }

    @Override
    public List<Hit> find(String text, int limit) {
        try {
            FieldText field = FieldText.of(text);
            return field == null ? List.of() : find(field, limit);
        } catch (BadQuestion e) {
            return List.of(); // it is no field
        }
    }

    private List<Hit> find(FieldText field, int limit) {
        ArchiveState now = archives.now();
        TypeLookup lookup = TypeLookup.parse(field.type());
        KernelTypes.Found found = types.newest(now, lookup).orElse(null);
        if (found == null) {
            return List.of();
        }
        FoundType type = found.types().getFirst();
        Asked asked = new Asked(type.kind() + " " + lookup.name(), field.path());
        List<Hit> hits = new ArrayList<>();
        boolean exact = false;
        for (TypeDefinition.Member member : type.definition().members()) {
            exact |= member.path().equals(field.path());
            if (member.path().toLowerCase(Locale.ROOT).startsWith(field.path().toLowerCase(Locale.ROOT))) {
                hits.add(asked.hit(member.path(), member.type()));
            }
        }
        if (!exact && !field.path().isEmpty()) {
            hits.addAll(0, elsewhere(asked, now));
        }
        return hits.subList(0, Math.min(limit, hits.size()));
    }

    /** Only kernels are asked that answer together: the others would each be read whole. */
    private static List<Hit> elsewhere(Asked asked, ArchiveState now) {
        Question question = Question.parse(List.of(asked.type, asked.path), false);
        List<StoredKernel> kernels = now.kernels().stream()
                .filter(kernel -> kernel.membership() != null)
                .toList();
        long present = HistoryRun.of(question, kernels).asked().stream()
                .filter(one -> one.answer().status() == Answer.Status.PRESENT)
                .count();
        return present == 0
                ? List.of()
                : List.of(asked.hit(asked.path, "on " + present + " of " + kernels.size() + " kernels"));
    }
}
