package dev.relogrid.web.api;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Says where a list goes on, in a header for clients that follow links. */
public final class NextPage {
    private NextPage() {}

    /** The answer to this request: a part of a list, and the cursor of the next one. */
    public static <T> ResponseEntity<T> answer(T view, @Nullable String nextCursor) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (nextCursor != null) {
            String next = ServletUriComponentsBuilder.fromCurrentRequest()
                    .replaceQueryParam("cursor", nextCursor)
                    .scheme(null)
                    .host(null)
                    .port(null)
                    .build()
                    .toUriString();
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return answer.body(view);
    }
}
