package dev.relogrid.web.api;

import dev.relogrid.archive.Sha256;
import dev.relogrid.matrix.object.Objects;
import dev.relogrid.matrix.object.Upload;
import dev.relogrid.report.render.TextReport;
import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Takes uploads in: checks what they are, keeps them, and holds them against all kernels. */
@Component
final class ObjectUploads {
    private static final Asked STANDARD = new Asked("", "", Collections.emptySortedMap(), Collections.emptySortedMap());

    private final Objects objects;
    private final Archives archives;
    private final Answering answering;
    private final long limit;

    ObjectUploads(
            Objects objects,
            Archives archives,
            Answering answering,
            @Value("${relogrid.limits.object:32MB}") DataSize limit) {
        this.objects = objects;
        this.archives = archives;
        this.answering = answering;
        this.limit = limit.toBytes();
    }

    /** Nothing is kept of a body that stops early or is too long. */
    byte[] read(InputStream body, long length) throws IOException {
        return ObjectBody.read(body, length, limit);
    }

    /** @param sha256 what the bytes must hash to */
    ObjectView take(byte[] bytes, String sha256, String name) {
        String found = Sha256.of(bytes);
        if (!found.equals(sha256)) {
            throw new ApiException(
                    ApiProblem.DIGEST_MISMATCH,
                    "the " + bytes.length + " bytes hash to " + found + ", not to " + sha256,
                    Map.of("expected", sha256, "found", found));
        }
        return take(bytes, name);
    }

    ObjectView take(byte[] bytes, String name) {
        if (bytes.length == 0) {
            throw new ApiException(
                    ApiProblem.BAD_REQUEST,
                    "the body is empty: send the object's bytes, for example with curl's --upload-file, or with"
                            + " --data-binary and -H 'Content-Type: application/octet-stream'");
        }
        Upload upload = objects.put(bytes, name);
        return ObjectView.of(upload.object(), result(upload));
    }

    private ObjectView.Result result(Upload upload) {
        Chosen all;
        try {
            all = archives.choose(STANDARD);
        } catch (ApiException e) {
            return new ObjectView.Result(upload.isNew(), null, null, null); // without kernels an object can wait
        }
        return switch (answering.answer(upload.object(), all, STANDARD)) {
            case Answering.Ready ready ->
                new ObjectView.Result(
                        upload.isNew(), TextReport.headline(ready.report()), VerdictCounts.of(ready.report()), null);
            case Answering.Queued queued -> new ObjectView.Result(upload.isNew(), null, null, Links.run(queued.run()));
        };
    }
}
