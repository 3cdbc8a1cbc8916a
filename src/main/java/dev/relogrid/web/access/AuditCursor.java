package dev.relogrid.web.access;

import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a list goes on: the id of the last entry shown, in a form nobody is tempted to count with. */
final class AuditCursor {
    private static final String VERSION = "audit1:";

    private AuditCursor() {}

    static String write(long lastShown) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((VERSION + lastShown).getBytes(StandardCharsets.US_ASCII));
    }

    static long read(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            if (text.startsWith(VERSION)) {
                return Long.parseLong(text.substring(VERSION.length()));
            }
        } catch (IllegalArgumentException e) {
            // not one of ours, as below
        }
        throw new ApiException(ApiProblem.BAD_REQUEST, "this cursor was not given out by this list");
    }
}
