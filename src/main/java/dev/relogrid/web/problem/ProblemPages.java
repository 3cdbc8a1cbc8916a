package dev.relogrid.web.problem;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where the {@code type} of a problem leads: a short text on what it means and what to do. */
@Hidden
@RestController
final class ProblemPages {
    private static final String TEXT = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8";
    private static final String MARKDOWN = MediaType.TEXT_MARKDOWN_VALUE + ";charset=UTF-8";
    private static final String ALL = "/docs/problems";
    private static final String ONE = "/docs/problems/{code}";

    @GetMapping(path = ALL, produces = TEXT)
    String all() {
        return all(ProblemPages::text);
    }

    @GetMapping(path = ALL, produces = MARKDOWN)
    String allAsMarkdown() {
        return "# Problems\n\n" + all(problem -> "#" + markdown(problem));
    }

    @GetMapping(path = ONE, produces = TEXT)
    String one(@PathVariable String code) {
        return text(known(code));
    }

    @GetMapping(path = ONE, produces = MARKDOWN)
    String oneAsMarkdown(@PathVariable String code) {
        return markdown(known(code));
    }

    private static String all(Function<ApiProblem, String> page) {
        return Arrays.stream(ApiProblem.values()).map(page).collect(Collectors.joining("\n"));
    }

    private static ApiProblem known(String code) {
        return ApiProblem.withCode(code)
                .orElseThrow(() -> new ApiException(ApiProblem.NOT_FOUND, "there is no problem of the code " + code));
    }

    private static String text(ApiProblem problem) {
        return "%s (HTTP %d)\n%s\n\n%s\n"
                .formatted(problem.code(), problem.status(), problem.title(), problem.meaning());
    }

    private static String markdown(ApiProblem problem) {
        return "# `%s`\n\n**%s** (HTTP %d)\n\n%s\n"
                .formatted(problem.code(), problem.title(), problem.status(), problem.meaning());
    }
}
