package dev.relogrid.web.docs;

import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The page of each cause, where reports link to. */
@Hidden
@RestController
final class VerdictPages {
    private static final String MARKDOWN = "text/markdown;charset=UTF-8";
    /** The same text: Markdown is made to be read. */
    private static final String TEXT = "text/plain;charset=UTF-8";

    @GetMapping(
            path = "/docs/verdicts",
            produces = {MARKDOWN, TEXT})
    String all() {
        return page("README");
    }

    @GetMapping(
            path = "/docs/verdicts/{code}",
            produces = {MARKDOWN, TEXT})
    String one(@PathVariable String code) {
        String wanted = code.toUpperCase(Locale.ROOT).replaceFirst("\\.MD$", "");
        for (CauseCode known : CauseCode.values()) {
            if (known.name().equals(wanted)) {
                return page(known.name());
            }
        }
        throw new ApiException(ApiProblem.NOT_FOUND, "there is no cause of the code " + code);
    }

    private static String page(String name) {
        try (InputStream in = VerdictPages.class.getResourceAsStream("/docs/verdicts/" + name + ".md")) {
            if (in == null) {
                throw new ApiException(ApiProblem.NOT_FOUND, "there is no page about " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
