package dev.relogrid.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** What an upload is called. */
final class UploadName {
    private static final String PARAMETER = "name=";
    private static final String NONE = "object.bpf.o";

    private UploadName() {}

    /**
     * By {@code ?name=}, else by the file name of {@code Content-Disposition}; without folders and what terminals act on.
     * Read from the address itself, because asking for a parameter reads a body that is called a form.
     */
    static String of(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query != null) {
            for (String part : query.split("&", -1)) {
                if (part.startsWith(PARAMETER)) {
                    return clean(decoded(part.substring(PARAMETER.length())));
                }
            }
        }
        String header = request.getHeader(HttpHeaders.CONTENT_DISPOSITION);
        if (header == null) {
            return NONE;
        }
        try {
            String name = ContentDisposition.parse(header).getFilename();
            return clean(name == null ? "" : name);
        } catch (IllegalArgumentException e) {
            return NONE; // no reason to refuse the object
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    static String clean(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String harmless = last.replaceAll("\\p{C}", "").strip();
        return harmless.isEmpty() ? NONE : harmless;
    }
}
