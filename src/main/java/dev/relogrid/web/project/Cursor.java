package dev.relogrid.web.project;

import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where a list goes on: the key of the last entry shown, in a form nobody is tempted to count with. */
final class Cursor {
    static final int MOST = 500;

    private Cursor() {}

    /** @param list tells this list's cursors from others' */
    static String write(String list, String lastShown) {
        byte[] text = (list + "1:" + lastShown).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    static String read(String list, @Nullable String cursor, String first) {
        if (cursor == null) {
            return first;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith(list + "1:")) {
                return text.substring(list.length() + 2);
            }
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
        throw unknown();
    }

    static long readNumber(String list, @Nullable String cursor) {
        try {
            return Long.parseLong(read(list, cursor, Long.toString(Long.MAX_VALUE)));
        } catch (NumberFormatException e) {
            throw unknown();
        }
    }

    private static ApiException unknown() {
        return new ApiException(ApiProblem.BAD_REQUEST, "this cursor was not given out by this list");
    }

    /** A part of a list, and where it goes on, for clients that follow links. */
    static <T> ResponseEntity<T> page(T view, @Nullable String next) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (next != null) {
            String address = ServletUriComponentsBuilder.fromCurrentRequest()
                    .replaceQueryParam("cursor", next)
                    .scheme(null)
                    .host(null)
                    .port(null)
                    .build()
                    .toUriString();
            answer.header(HttpHeaders.LINK, "<" + address + ">; rel=\"next\"");
        }
        return answer.body(view);
    }
}
