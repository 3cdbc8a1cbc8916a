package dev.relogrid.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The dashboard and the service have the same pages. */
final class RoutesTest {
    private static final Path ROUTES = Path.of("frontend/src/app/routes.ts");
    private static final Pattern LIST = Pattern.compile("export const PATHS = \\[(.*?)]", Pattern.DOTALL);
    private static final Pattern ROUTE = Pattern.compile("\"([^\"]*)\"");

    @Test
    void areThePages() throws IOException {
        Matcher list = LIST.matcher(Files.readString(ROUTES));
        assertTrue(list.find(), "routes.ts exports PATHS");
        List<String> routes = ROUTE.matcher(list.group(1))
                .results()
                .map(route -> route.group(1).replaceAll(":(\\w+)", "{$1}"))
                .sorted()
                .toList();
        List<String> pages =
                Arrays.stream(Page.values()).map(Page::pattern).sorted().toList();
        assertEquals(routes, pages);
    }
}
