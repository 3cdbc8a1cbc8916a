package dev.relogrid.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.relogrid.matrix.object.StoredObject;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object the service keeps.
 *
 * @param sha256 64 hexadecimal digits
 * @param size bytes
 * @param name as the first upload called it
 * @param programs those loaded by default
 * @param relocations how many CO-RE relocations it has
 * @param warnings what libbpf would warn of
 * @param links where there is more
 * @param result what came of holding it against all kernels; only told to who uploads it
 */
@Schema(name = "Object")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ObjectView(
        String sha256,
        long size,
        String name,
        Instant uploadedAt,
        List<ProgramView> programs,
        int relocations,
        List<String> warnings,
        Addresses links,
        @Nullable Result result) {

    /** Addresses, relative to the service. */
    @Schema(name = "ObjectLinks")
    record Addresses(String self, String bytes, String matrix, String report, String inspect) {}

    /**
     * What came of an upload.
     *
     * @param isNew whether the bytes were not there before
     * @param headline the answer in one sentence; null while it is on its way, or when there are no kernels
     * @param verdicts how many kernels have each verdict; null as the headline is
     * @param run where the answer will be told; null when it is here
     */
    @Schema(name = "UploadResult")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            boolean isNew,
            @Nullable String headline,
            @Nullable VerdictCounts verdicts,
            @Nullable String run) {}

    static ObjectView of(StoredObject object, @Nullable Result result) {
        String self = Links.object(object.sha256());
        return new ObjectView(
                object.sha256(),
                object.size(),
                object.name(),
                object.uploadedAt(),
                ProgramView.of(object.subject()),
                object.subject().relocations(),
                object.subject().warnings(),
                new Addresses(self, self + "/bytes", self + "/matrix", self + "/report", self + "/inspect"),
                result);
    }
}
