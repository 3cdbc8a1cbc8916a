package dev.relogrid.web.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** An answer that is not sent yet, because its words may be changed. */
final class Held extends ContentCachingResponseWrapper {
    /** They are about the JSON a page is drawn from, not about the page. */
    private static final Set<String> OF_THE_SOURCE = Set.of("etag", "link", "location", "content-disposition");

    private final boolean isSent;

    /** @param isSent whether what is answered is sent as it is, so that all of its headers count */
    Held(HttpServletResponse response, boolean isSent) {
        super(response);
        this.isSent = isSent;
    }

    @Override
    public void setHeader(String name, String value) {
        if (counts(name)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (counts(name)) {
            super.addHeader(name, value);
        }
    }

    private boolean counts(String header) {
        return isSent || !OF_THE_SOURCE.contains(header.toLowerCase(Locale.ROOT));
    }

    /** Nobody else writes the page of an error. */
    @Override
    public void sendError(int status) {
        setStatus(status);
    }

    @Override
    public void sendError(int status, @Nullable String message) {
        setStatus(status);
    }

    /** What was answered, in UTF-8. */
    String body() {
        return new String(getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    boolean isProblem() {
        String type = getContentType();
        return type != null && type.startsWith("application/problem+json");
    }

    /** Sends what was answered. */
    void send() throws IOException {
        copyBodyToResponse();
    }

    /** Sends other words instead. */
    void send(Form form, String words) throws IOException {
        resetBuffer();
        setContentType(form.type() + ";charset=UTF-8");
        getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
        copyBodyToResponse();
    }
}
