package dev.relogrid.web.problem;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.engine.bytes.MalformedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every way a request can go wrong ends as the same form of answer. */
final class ProblemAdviceTest {
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Failing(), new ProblemPages())
            .setControllerAdvice(new ProblemAdvice())
            .setMessageConverters(new StringHttpMessageConverter(), new JacksonJsonHttpMessageConverter())
            .build();

    record Wanted(@NotBlank String name, @Max(9) int size) {
        Wanted {
            if (size < 0) {
                throw new IllegalArgumentException("a size is not negative");
            }
        }
    }

    @RestController
    static final class Failing {
        @GetMapping("/fails/{how}")
        String fails(@PathVariable String how) throws Exception {
            throw switch (how) {
                case "told" -> new ApiException(ApiProblem.TOO_MANY_REQUESTS, "slowly", Map.of("retryAfter", 7));
                case "malformed" -> new MalformedInput("ELF header", 4, "class 64", "class 32");
                case "archive" -> new ArchiveProblem("no kernel matches \"x\"");
                case "large" -> new BodyTooLarge(9);
                case "large-inside" -> new UncheckedIOException(new BodyTooLarge(9));
                case "database" -> new DataAccessResourceFailureException("secret host");
                case "transaction" -> new CannotCreateTransactionException("secret host");
                case "unauthorized" -> new ApiException(ApiProblem.UNAUTHORIZED, "who are you");
                default -> new IllegalStateException("secret state");
            };
        }

        @GetMapping(path = "/numbers", produces = "application/json")
        Map<String, Integer> numbers(@RequestParam int limit) {
            return Map.of("limit", limit);
        }

        @PostMapping(path = "/wanted", consumes = "application/json")
        Wanted wanted(@RequestBody @Valid Wanted wanted) {
            return wanted;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "told, 429, too_many_requests",
        "malformed, 422, malformed_object",
        "archive, 400, bad_targets",
        "large, 413, too_large",
        "large-inside, 413, too_large",
        "database, 503, unavailable",
        "transaction, 503, unavailable",
        "unauthorized, 401, unauthorized",
        "bug, 500, internal"
    })
    void everyExceptionIsAProblem(String how, int status, String code) throws Exception {
        mvc.perform(get("/fails/" + how).accept("text/csv"))
                .andExpect(status().is(status))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.code").value(code))
                .andExpect(jsonPath("$.type").value("/docs/problems/" + code))
                .andExpect(jsonPath("$.status").value(status))
                .andExpect(jsonPath("$.title").isNotEmpty())
                .andExpect(jsonPath("$.detail").isNotEmpty())
                .andExpect(jsonPath("$.instance").value("/fails/" + how))
                .andExpect(content().string(not(containsString("secret"))))
                .andExpect(content().string(not(containsString("Exception"))));
    }

    @Test
    void whatAKindBringsAlong() throws Exception {
        mvc.perform(get("/fails/told")).andExpect(header().string("Retry-After", "7"));
        mvc.perform(get("/fails/database")).andExpect(header().string("Retry-After", "5"));
        mvc.perform(get("/fails/unauthorized"))
                .andExpect(header().string("WWW-Authenticate", containsString("Bearer")));
        mvc.perform(get("/fails/bug")).andExpect(jsonPath("$.id").isNotEmpty());
        mvc.perform(get("/fails/malformed"))
                .andExpect(jsonPath("$.section").value("ELF header"))
                .andExpect(jsonPath("$.offset").value(4))
                .andExpect(jsonPath("$.expected").value("class 64"))
                .andExpect(jsonPath("$.found").value("class 32"));
    }

    @Test
    void springsOwnErrorsHaveTheSameForm() throws Exception {
        mvc.perform(post("/numbers"))
                .andExpect(status().is(405))
                .andExpect(header().string("Allow", "GET"))
                .andExpect(jsonPath("$.code").value("method_not_allowed"));
        mvc.perform(get("/numbers?limit=1").accept("image/png"))
                .andExpect(status().is(406))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.code").value("not_acceptable"));
        mvc.perform(get("/numbers"))
                .andExpect(status().is(400))
                .andExpect(jsonPath("$.detail").value(containsString("limit")));
        mvc.perform(get("/numbers?limit=many"))
                .andExpect(status().is(400))
                .andExpect(jsonPath("$.errors[0].field").value("limit"));
        mvc.perform(post("/wanted").contentType("text/plain").content("x"))
                .andExpect(status().is(415))
                .andExpect(jsonPath("$.code").value("unsupported_media_type"));
    }

    @Test
    void bodiesSayWhichFieldIsWrong() throws Exception {
        mvc.perform(wanted("{\"name\":\" \",\"size\":12}"))
                .andExpect(status().is(400))
                .andExpect(jsonPath("$.errors.length()").value(2));
        mvc.perform(wanted("{\"name\":\"a\",\"size\":-1}"))
                .andExpect(jsonPath("$.errors[0].message").value(containsString("not negative")));
        mvc.perform(wanted("{\"name\":\"a\",\"size\":{}}"))
                .andExpect(status().is(400))
                .andExpect(jsonPath("$.errors[0].field").value("size"));
        mvc.perform(wanted("{\"name\":"))
                .andExpect(status().is(400))
                .andExpect(jsonPath("$.detail").value(containsString("not JSON")))
                .andExpect(content().string(not(containsString("dev.relogrid"))));
        mvc.perform(post("/wanted").contentType("application/json"))
                .andExpect(status().is(400))
                .andExpect(jsonPath("$.code").value("bad_request"));
    }

    @ParameterizedTest
    @EnumSource
    void typesResolve(ApiProblem problem) throws Exception {
        mvc.perform(get(problem.type()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(problem.code())))
                .andExpect(content().string(containsString(problem.meaning())));
    }

    @Test
    void codesAreDistinct() throws Exception {
        Set<String> codes = new TreeSet<>();
        for (ApiProblem problem : ApiProblem.values()) {
            codes.add(problem.code());
        }
        assertEquals(ApiProblem.values().length, codes.size());
        mvc.perform(get("/docs/problems/none_such")).andExpect(status().is(404));
    }

    private static MockHttpServletRequestBuilder wanted(String body) {
        return post("/wanted").contentType("application/json").content(body);
    }
}
