package dev.relogrid.web.api;

import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.report.diff.DiffMarkdown;
import dev.relogrid.report.diff.DiffText;
import dev.relogrid.report.diff.ReportDiff;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Two refs by the paths of their objects, in every form it can be had in. */
record ComparedRefs(List<Path> paths) {

    /** What is at a path before and after; null where there is nothing. {@code diff} is null unless both are there and differ. */
    record Path(
            String path,
            @Nullable StoredObject from,
            @Nullable StoredObject to,
            @Nullable ReportDiff diff) {

        String state() {
            if (from == null) {
                return "added";
            }
            if (to == null) {
                return "removed";
            }
            return diff == null ? "same" : "changed";
        }

        Compared.Path view() {
            return new Compared.Path(
                    path,
                    state(),
                    from == null ? null : from.sha256(),
                    to == null ? null : to.sha256(),
                    diff == null ? null : DiffView.of(diff));
        }
    }

    List<Compared.Path> views() {
        return paths.stream().map(Path::view).toList();
    }

    String text() {
        return written(DiffText::of, path -> path + "\n");
    }

    String markdown() {
        return written(DiffMarkdown::of, path -> "### `" + path + "`\n\n");
    }

    private String written(Function<ReportDiff, String> diff, Function<String, String> head) {
        long same = paths.stream().filter(path -> path.state().equals("same")).count();
        String changed = paths.stream()
                .filter(path -> !path.state().equals("same"))
                .map(path -> path.diff == null
                        ? head.apply(path.path + " (" + path.state() + ")")
                        : head.apply(path.path) + diff.apply(path.diff))
                .collect(Collectors.joining("\n"));
        return changed + (changed.isEmpty() ? "" : "\n") + same + " unchanged\n";
    }
}
