package dev.relogrid.web.run;

import dev.relogrid.matrix.analysis.Booted;
import dev.relogrid.matrix.analysis.BootedEvidence;
import dev.relogrid.web.api.KnownObjects;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What booted kernels said of an object. */
@Tag(name = "runs")
@RestController
final class EvidenceController {
    private final BootedEvidence evidence;
    private final KnownObjects objects;

    EvidenceController(BootedEvidence evidence, KnownObjects objects) {
        this.evidence = evidence;
        this.objects = objects;
    }

    /** What each kernel said last of each program. */
    record EvidenceView(String object, List<Booted> items) {}

    @Operation(operationId = "getEvidence", summary = "Lists what booted kernels said of an object's programs")
    @GetMapping(path = "/api/v1/objects/{sha256}/evidence", produces = "application/json")
    EvidenceView list(@PathVariable String sha256, @RequestParam(required = false) @Nullable String kernel) {
        var object = objects.get(sha256);
        List<Booted> items = evidence.of(object).stream()
                .filter(one -> kernel == null || one.kernel().equals(kernel))
                .toList();
        return new EvidenceView(object.sha256(), items);
    }
}
