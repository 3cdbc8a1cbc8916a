package dev.relogrid.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;

/** Answers several controllers give. */
final class Answers {
    private Answers() {}

    /** Where a run is told that will have the answer. */
    @Schema(name = "RunLink")
    record RunLink(String run) {}

    /** Text that is written as it is. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** 202: it takes longer than anybody waits for. */
    static ResponseEntity<Object> queued(Answering.Queued queued) {
        String run = Links.run(queued.run());
        return ResponseEntity.accepted()
                .location(Links.location(run))
                .cacheControl(CacheControl.noStore())
                .body(new RunLink(run));
    }
}
