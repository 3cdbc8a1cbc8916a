package dev.relogrid.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.matrix.project.Holder;
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
 * @param headline what comes of it on all kernels, in one sentence; left out until it was judged
 * @param counts how many kernels have each verdict; left out until it was judged
 * @param outdated whether that is of an earlier archive or engine; left out until it was judged
 * @param projects where it is the current object, those attached last first, at most 20; left out of lists
 * @param result what came of holding it against all kernels; only told to who uploads it
 */
@Schema(name = "StoredObject") // not "Object", which the library takes for anything
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
        @Nullable String headline,
        @Nullable VerdictCounts counts,
        @Nullable Boolean outdated,
        @Nullable List<HolderView> projects,
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

    /**
     * A place an object is the current one at.
     *
     * @param ref as git calls it
     * @param path what the project calls the object
     * @param commit what it was built from; left out when nobody said
     * @param href the ref's address
     */
    @Schema(name = "ObjectHolder")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HolderView(
            String project,
            String ref,
            String path,
            @Nullable String commit,
            Instant since,
            String href) {

        static HolderView of(Holder holder) {
            return new HolderView(
                    holder.project(),
                    holder.ref().name(),
                    holder.path(),
                    holder.commit(),
                    holder.since(),
                    Links.ref(holder.project(), holder.ref().inAddress()));
        }
    }

    /** What came of an upload. */
    static ObjectView of(StoredObject object, Result result) {
        VerdictCounts verdicts = result.verdicts();
        String headline = result.headline();
        return of(
                object,
                headline == null || verdicts == null ? null : new Headlines.Said(headline, verdicts, false),
                null,
                result);
    }

    /**
     * What is known of one.
     *
     * @param said null where nobody asked yet
     * @param projects null where nobody looked
     */
    static ObjectView of(StoredObject object, Headlines.@Nullable Said said, @Nullable List<HolderView> projects) {
        return of(object, said, projects, null);
    }

    private static ObjectView of(
            StoredObject object,
            Headlines.@Nullable Said said,
            @Nullable List<HolderView> projects,
            @Nullable Result result) {
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
                said == null ? null : said.headline(),
                said == null ? null : said.counts(),
                said == null ? null : said.outdated(),
                projects,
                result);
    }
}
