package dev.relogrid.web.page;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Gives browsers the {@link Shell}, at its own address and, through {@link PageFilter}, at every page's. */
@Hidden
@RestController
final class ShellController {
    static final String PATH = "/index.html";
    /** Set on a request for an address that is no page's: the dashboard says so itself. */
    static final String UNKNOWN = "dev.relogrid.web.page.unknown";

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final Shell shell = Shell.find();

    @GetMapping(PATH)
    ResponseEntity<String> shell(@RequestAttribute(name = UNKNOWN, required = false) boolean unknown) {
        ResponseEntity.BodyBuilder answer =
                unknown ? ResponseEntity.status(404) : ResponseEntity.ok().eTag(shell.tag());
        return answer.cacheControl(CacheControl.noCache()).contentType(HTML).body(shell.html());
    }
}
