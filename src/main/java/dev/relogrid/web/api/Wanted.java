package dev.relogrid.web.api;

import java.util.List;
import org.springframework.http.HttpHeaders;

/**
 * How whoever asks wants the answer.
 *
 * @param format {@code ?format=}; empty for what the headers say
 * @param headers the request's
 */
record Wanted(String format, HttpHeaders headers) {

    Representation of(List<Representation> offered) {
        return Representation.of(format, String.join(", ", headers.getOrEmpty(HttpHeaders.ACCEPT)), offered);
    }
}
