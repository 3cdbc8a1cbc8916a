package dev.relogrid.web.access;

import dev.relogrid.matrix.access.Audit;
import dev.relogrid.matrix.access.AuditEntry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The record of writes, for admins. */
@RestController
final class AuditController {
    private static final int MOST = 500;

    private final Audit audit;

    AuditController(Audit audit) {
        this.audit = audit;
    }

    /** One write somebody asked for. */
    @Schema(name = "AuditEntry")
    record AuditView(
            String id,
            Instant at,
            String actor,
            String action,
            String target,
            String outcome,
            @Nullable String address) {
        static AuditView of(AuditEntry entry) {
            return new AuditView(
                    Long.toString(entry.id()),
                    entry.at(),
                    entry.actor(),
                    entry.action(),
                    entry.target(),
                    entry.outcome(),
                    entry.address());
        }
    }

    /** Some of the record, newest first. */
    @Schema(name = "AuditList")
    record AuditPage(List<AuditView> items, @Nullable String nextCursor) {}

    @Operation(
            operationId = "listAudit",
            summary = "Lists who asked for which writes, and how they were answered, newest first")
    @GetMapping(path = "/api/v1/audit", produces = "application/json")
    ResponseEntity<AuditPage> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(MOST) int limit) {
        long before = cursor == null ? Long.MAX_VALUE : AuditCursor.read(cursor);
        List<AuditEntry> found = audit.list(before, limit + 1);
        List<AuditEntry> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? AuditCursor.write(shown.getLast().id()) : null;
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (next != null) {
            answer.header(HttpHeaders.LINK, "</api/v1/audit?limit=" + limit + "&cursor=" + next + ">; rel=\"next\"");
        }
        return answer.body(new AuditPage(shown.stream().map(AuditView::of).toList(), next));
    }
}
