package dev.relogrid.web.page;

import dev.relogrid.archive.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/**
 * What every browser is given at every page: the dashboard's document, which has no data in it and asks the interface for
 * all it shows; or, where this program was built without a dashboard, a few words on how to have one.
 *
 * @param html the document
 * @param tag its ETag
 */
record Shell(String html, String tag) {
    private static final String DASHBOARD = "static/index.html";
    private static final String NONE = "no-dashboard.html";
    private static final int DIGITS = 32;

    static Shell find() {
        return of(new ClassPathResource(DASHBOARD), new ClassPathResource(NONE, Shell.class));
    }

    static Shell of(Resource dashboard, Resource otherwise) {
        try (InputStream in = (dashboard.exists() ? dashboard : otherwise).getInputStream()) {
            byte[] bytes = in.readAllBytes();
            return new Shell(
                    new String(bytes, StandardCharsets.UTF_8),
                    "\"" + Sha256.of(bytes).substring(0, DIGITS) + "\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
