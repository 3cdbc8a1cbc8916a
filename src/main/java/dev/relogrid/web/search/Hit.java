package dev.relogrid.web.search;

import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/**
 * Something that was found.
 *
 * @param kind {@code object}, {@code kernel}, {@code project}, {@code type}, {@code field} or {@code cause}
 * @param label what it is called
 * @param detail what else there is to say in a line; may be empty
 * @param href the page about it
 */
@Schema(name = "SearchHit")
record Hit(String kind, String label, String detail, String href) {

    /** The address of a page; slashes within parts stay. */
    static String page(String... parts) {
        return Arrays.stream(parts)
                .map(part -> UriUtils.encodePath(part, StandardCharsets.UTF_8))
                .collect(Collectors.joining("/", "/", ""));
    }
}
