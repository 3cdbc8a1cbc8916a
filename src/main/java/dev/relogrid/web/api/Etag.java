package dev.relogrid.web.api;

import dev.relogrid.archive.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * What an answer is made of, as a strong ETag: known before the answer is, so that whoever has it already costs nothing.
 *
 * @param value with its quotes
 */
record Etag(String value) {
    private static final int DIGITS = 32;

    /** Of everything the answer depends on. */
    static Etag of(String... parts) {
        String digest = Sha256.of(String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8));
        return new Etag("\"" + digest.substring(0, DIGITS) + "\"");
    }

    /** The answer to somebody who has this already; empty for everybody else. */
    <T> Optional<ResponseEntity<T>> unchanged(HttpHeaders request, Caching caching) {
        List<String> known = request.getOrEmpty(HttpHeaders.IF_NONE_MATCH);
        ETag mine = ETag.create(value);
        for (String header : known) {
            for (ETag one : ETag.parse(header)) {
                // compressing turns a strong one into a weak one on its way
                if (one.isWildcard() || one.compare(mine, false)) {
                    return Optional.of(
                            caching.on(ResponseEntity.status(304).eTag(value)).build());
                }
            }
        }
        return Optional.empty();
    }
}
