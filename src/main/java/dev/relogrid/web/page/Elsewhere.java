package dev.relogrid.web.page;

import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;

/** What is no page and never will be: the interface, what watches the service, logins, files. */
final class Elsewhere {
    private static final Set<String> FIRST_PARTS =
            Set.of("api", "badge", "assets", "actuator", "error", "login", "logout", "oauth2", "index.html");

    /** A file beside the dashboard's document, such as its icon. */
    private static final Pattern FILE = Pattern.compile("/[A-Za-z0-9_-]+\\.[A-Za-z0-9.]+");

    private Elsewhere() {}

    static boolean is(PathContainer path) {
        String first = path.elements().size() < 2 ? "" : path.subPath(1, 2).value();
        return FIRST_PARTS.contains(first) || isFile(path.value()) || isUnknownDocument(path, first);
    }

    private static boolean isFile(String path) {
        return FILE.matcher(path).matches() && new ClassPathResource("static" + path).exists();
    }

    /** Below {@code /docs} only some are pages; the others say themselves that they are not there. */
    private static boolean isUnknownDocument(PathContainer path, String first) {
        return first.equals("docs") && Page.at(path).isEmpty();
    }
}
