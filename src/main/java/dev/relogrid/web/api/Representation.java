package dev.relogrid.web.api;

import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** A form an answer can be had in. */
enum Representation {
    JSON(MediaType.APPLICATION_JSON),
    MARKDOWN(new MediaType("text", "markdown", StandardCharsets.UTF_8)),
    TEXT(new MediaType("text", "plain", StandardCharsets.UTF_8)),
    SARIF(new MediaType("application", "sarif+json")),
    CSV(new MediaType("text", "csv", StandardCharsets.UTF_8));

    private final MediaType type;

    Representation(MediaType type) {
        this.type = type;
    }

    MediaType type() {
        return type;
    }

    /** The word for it in {@code ?format=}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The one that is wanted most; JSON where anything will do.
     *
     * @param format what the address asks for, which counts more; empty for nothing
     * @param accept what the header asks for; empty for anything
     * @param offered those there are
     */
    static Representation of(String format, String accept, List<Representation> offered) {
        if (!format.isEmpty()) {
            return offered.stream()
                    .filter(one -> one.word().equals(format))
                    .findFirst()
                    .orElseThrow(() -> new ApiException(
                            ApiProblem.BAD_REQUEST, "format is one of " + words(offered) + ", not '" + format + "'"));
        }
        for (MediaType wanted : wanted(accept)) {
            for (Representation one : offered) {
                if (wanted.getQualityValue() > 0 && wanted.includes(one.type)) {
                    return one;
                }
            }
        }
        throw new ApiException(
                ApiProblem.NOT_ACCEPTABLE,
                "there is " + offered.stream().map(one -> plain(one.type)).collect(Collectors.joining(", ")));
    }

    private static List<MediaType> wanted(String accept) {
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

    private static String plain(MediaType type) {
        return type.getType() + "/" + type.getSubtype();
    }

    private static String words(List<Representation> offered) {
        return offered.stream().map(Representation::word).collect(Collectors.joining(", "));
    }

    /** All of them. */
    static List<Representation> all() {
        return Arrays.asList(values());
    }
}
