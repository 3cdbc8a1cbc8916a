package dev.relogrid.web.problem;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
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

    @GetMapping(path = "/docs/problems", produces = TEXT)
    String all() {
        return Arrays.stream(ApiProblem.values()).map(ProblemPages::page).collect(Collectors.joining("\n"));
    }

    @GetMapping(path = "/docs/problems/{code}", produces = TEXT)
    String one(@PathVariable String code) {
        return ApiProblem.withCode(code)
                .map(ProblemPages::page)
                .orElseThrow(() -> new ApiException(ApiProblem.NOT_FOUND, "there is no problem of the code " + code));
    }

    private static String page(ApiProblem problem) {
        return "%s (HTTP %d)%n%s%n%n%s%n"
                .formatted(problem.code(), problem.status(), problem.title(), problem.meaning())
                .replace(System.lineSeparator(), "\n");
    }
}
