package dev.relogrid.web.project;

import dev.relogrid.gate.render.Form;
import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/**
 * A form of suites over HTTP.
 *
 * @param type what its documents are
 * @param hasType whether the header {@code Accept} can ask for it; several forms are JSON or plain text
 */
record SuiteForm(Form form, MediaType type, boolean hasType) {
    /** All there are; JSON first, which is what anybody gets who does not mind. */
    private static final List<SuiteForm> ALL = Arrays.stream(Form.values())
            .map(SuiteForm::of)
            .sorted((a, b) -> Boolean.compare(b.form == Form.JSON, a.form == Form.JSON))
            .toList();

    /** A form that is new here has no type of its own. */
    private static SuiteForm of(Form form) {
        return switch (form.word()) {
            case "json" -> new SuiteForm(form, MediaType.APPLICATION_JSON, true);
            case "text" -> new SuiteForm(form, text("plain"), true);
            case "markdown" -> new SuiteForm(form, text("markdown"), true);
            case "csv" -> new SuiteForm(form, text("csv"), true);
            case "sarif" -> new SuiteForm(form, new MediaType("application", "sarif+json"), true);
            case "junit" -> new SuiteForm(form, MediaType.APPLICATION_XML, true);
            case "gitlab" -> new SuiteForm(form, MediaType.APPLICATION_JSON, false);
            default -> new SuiteForm(form, text("plain"), false);
        };
    }

    private static MediaType text(String subtype) {
        return new MediaType("text", subtype, StandardCharsets.UTF_8);
    }

    /**
     * The one that is wanted most.
     *
     * @param word what the address asks for, which counts more; empty for nothing
     * @param accept what the header asks for; empty for anything
     */
    static SuiteForm wanted(String word, String accept) {
        return word.isEmpty() ? accepted(accept) : named(word);
    }

    private static SuiteForm named(String word) {
        return ALL.stream()
                .filter(one -> one.form.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new ApiException(
                        ApiProblem.BAD_REQUEST,
                        "format is one of "
                                + ALL.stream().map(one -> one.form.word()).collect(Collectors.joining(", ")) + ", not '"
                                + word + "'"));
    }

    private static SuiteForm accepted(String accept) {
        for (MediaType wanted : types(accept)) {
            for (SuiteForm one : ALL) {
                if (one.hasType && wanted.getQualityValue() > 0 && wanted.includes(one.type)) {
                    return one;
                }
            }
        }
        throw new ApiException(
                ApiProblem.NOT_ACCEPTABLE,
                "there is "
                        + ALL.stream()
                                .filter(SuiteForm::hasType)
                                .map(one -> one.type.getType() + "/" + one.type.getSubtype())
                                .collect(Collectors.joining(", ")));
    }

    private static List<MediaType> types(String accept) {
        if (accept.isBlank()) {
            return List.of(MediaType.ALL);
        }
        try {
            List<MediaType> types = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(types);
            return types;
        } catch (InvalidMediaTypeException e) {
            throw new ApiException(ApiProblem.BAD_REQUEST, "the header Accept does not parse: " + accept);
        }
    }
}
