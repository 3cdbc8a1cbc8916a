package dev.relogrid.web.run;

import dev.relogrid.matrix.analysis.LoadProfile;
import dev.relogrid.matrix.analysis.LoadProfiles;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.matrix.run.RunRequest;
import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants done with an object.
 *
 * @param kind {@code check} holds it against the archive, {@code boot} boots kernels with it
 * @param kernels which to boot, as queries or ids; needed for {@code boot}, else left out
 * @param presets values of variables that are set before load, by name
 * @param autoload programs that are switched on or off, by name
 */
record RunOrder(
        @Nullable String kind,
        @Nullable List<String> kernels,
        @Nullable Map<String, String> presets,
        @Nullable Map<String, Boolean> autoload) {
    private static final int MOST_QUERIES = 20;

    RunRequest request(StoredObject object, LoadProfiles profiles, String by) {
        LoadProfile profile = profiles.of(presets == null ? Map.of() : presets, autoload == null ? Map.of() : autoload);
        List<String> wanted = kernels == null ? List.of() : kernels;
        return switch (kind == null ? "" : kind) {
            case "check" -> RunRequest.check(object, profile, RunRequest.CI, by);
            case "boot" -> RunRequest.boot(object, profile, queries(wanted), by);
            default -> throw new ApiException(ApiProblem.BAD_REQUEST, "kind is 'check' or 'boot', not '" + kind + "'");
        };
    }

    private static List<String> queries(List<String> wanted) {
        boolean bad = wanted.stream().anyMatch(query -> query.isBlank() || query.contains("\n"));
        if (wanted.isEmpty() || wanted.size() > MOST_QUERIES || bad) {
            throw new ApiException(
                    ApiProblem.BAD_REQUEST,
                    "kernels lists 1 to " + MOST_QUERIES + " queries or ids of kernels to boot, each one line");
        }
        return wanted;
    }
}
