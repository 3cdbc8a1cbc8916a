package dev.relogrid.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** A form a page can be had in. */
enum Form {
    HTML(MediaType.TEXT_HTML),
    TEXT(MediaType.TEXT_PLAIN),
    MARKDOWN(MediaType.parseMediaType("text/markdown")),
    JSON(MediaType.APPLICATION_JSON);

    /** What names a form in an address. */
    static final String PARAMETER = "format";

    private final MediaType type;

    Form(MediaType type) {
        this.type = type;
    }

    /** What it is called in headers, without a charset. */
    String type() {
        return type.toString();
    }

    /** The word for it in {@code ?format=}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All the words. */
    static String words() {
        return Arrays.stream(values()).map(Form::word).collect(Collectors.joining(", "));
    }

    /** The form {@code ?format=} names; empty where it names none, or none of these. */
    static Optional<Form> named(@Nullable String format) {
        return Arrays.stream(values())
                .filter(form -> form.word().equals(format))
                .findFirst();
    }

    /** What the header asks for most. Only who names HTML is a browser: who takes anything is given text. */
    static Form accepted(HttpServletRequest request) {
        for (MediaType wanted : types(request)) {
            if (wanted.getQualityValue() == 0) {
                continue;
            }
            if (wanted.isWildcardType() || wanted.isWildcardSubtype() && wanted.includes(TEXT.type)) {
                return TEXT;
            }
            if (wanted.equalsTypeAndSubtype(MediaType.APPLICATION_XHTML_XML)) {
                return HTML;
            }
            for (Form form : values()) {
                if (wanted.equalsTypeAndSubtype(form.type)) {
                    return form;
                }
            }
        }
        return TEXT;
    }

    private static List<MediaType> types(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        try {
            List<MediaType> types = MediaType.parseMediaTypes(headers);
            MimeTypeUtils.sortBySpecificity(types);
            return types;
        } catch (InvalidMediaTypeException e) {
            return List.of(); // text explains itself to anybody
        }
    }
}
