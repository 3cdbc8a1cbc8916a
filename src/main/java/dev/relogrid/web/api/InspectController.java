package dev.relogrid.web.api;

import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.matrix.analysis.EngineVersion;
import dev.relogrid.matrix.object.Objects;
import dev.relogrid.matrix.object.StoredObject;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What an object is made of. */
@Tag(name = "objects")
@RestController
final class InspectController {
    private final KnownObjects known;
    private final Objects objects;

    InspectController(KnownObjects known, Objects objects) {
        this.known = known;
        this.objects = objects;
    }

    @Operation(
            operationId = "inspectObject",
            summary = "Programs, maps, externs and CO-RE relocations of an object, without any kernel")
    @GetMapping(Links.ROOT + "/objects/{sha256}/inspect")
    ResponseEntity<InspectView> inspect(@PathVariable String sha256, @RequestHeader HttpHeaders headers) {
        StoredObject object = known.get(sha256);
        Etag etag = Etag.of("inspect", object.sha256(), EngineVersion.text());
        return etag.<InspectView>unchanged(headers, Caching.ASK_AGAIN)
                .orElseGet(() -> Caching.ASK_AGAIN
                        .on(ResponseEntity.ok().eTag(etag.value()))
                        .body(view(object)));
    }

    private InspectView view(StoredObject object) {
        BpfObject parsed = objects.parse(object, Map.of());
        return InspectView.of(object.name(), ObjectSpecs.of(parsed));
    }
}
