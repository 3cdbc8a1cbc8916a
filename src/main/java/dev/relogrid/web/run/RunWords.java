package dev.relogrid.web.run;

import dev.relogrid.matrix.run.Run;
import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** States and kinds of runs as clients write them. */
final class RunWords {
    private RunWords() {}

    static Run.@Nullable State state(@Nullable String word) {
        return word == null ? null : one("state", word, Arrays.asList(Run.State.values()), Run.State::code);
    }

    static Run.@Nullable Kind kind(@Nullable String word) {
        return word == null ? null : one("kind", word, Arrays.asList(Run.Kind.values()), Run.Kind::code);
    }

    private static <T> T one(String name, String word, List<T> all, Function<T, String> code) {
        Optional<T> known =
                all.stream().filter(one -> code.apply(one).equals(word)).findFirst();
        return known.orElseThrow(() -> new ApiException(
                ApiProblem.BAD_REQUEST,
                name + " is one of " + all.stream().map(code).collect(Collectors.joining(", ")) + ", not '" + word
                        + "'"));
    }
}
