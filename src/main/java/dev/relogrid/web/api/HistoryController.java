package dev.relogrid.web.api;

import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.archive.query.KernelQuery;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.history.BadQuestion;
import dev.relogrid.engine.history.EnumeratorSearch;
import dev.relogrid.engine.history.Question;
import dev.relogrid.matrix.analysis.EngineVersion;
import dev.relogrid.matrix.kernel.ArchiveState;
import dev.relogrid.report.history.HistoryJson;
import dev.relogrid.report.history.HistoryLabels;
import dev.relogrid.report.history.HistoryRow;
import dev.relogrid.report.history.HistoryRun;
import dev.relogrid.report.history.HistoryText;
import dev.relogrid.report.look.Style;
import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What became of one thing of the kernel. */
@Tag(name = "knowledge")
@RestController
final class HistoryController {
    private static final List<Representation> OFFERED = List.of(Representation.JSON, Representation.TEXT);
    private static final String ENUMERATOR = "enumval";
    private static final int WIDTH = 100;
    private static final int SCHEMA_VERSION = 1;
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private final Archives archives;

    HistoryController(Archives archives) {
        this.archives = archives;
    }

    @Operation(
            operationId = "getHistory",
            summary = "What became of a field, type, enumerator, function or option, as relogrid history writes it")
    @ApiResponse(
            responseCode = "200",
            description = "The history.",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = HistoryView.class)),
                @Content(mediaType = "text/plain", schema = @Schema(type = "string"))
            })
    @FormatParameter
    @GetMapping(Links.ROOT + "/history")
    ResponseEntity<Object> history(
            @Parameter(description = "What is looked for.", example = "struct inode i_ctime") @RequestParam String of,
            @Parameter(description = "Which kernels; all when left out.") @RequestParam(defaultValue = "")
                    String targets,
            @Parameter(description = "Whether fields at another place are another answer.")
                    @RequestParam(defaultValue = "false")
                    boolean offsets,
            @Parameter(hidden = true) Wanted wanted) {
        Representation as = wanted.of(OFFERED);
        KernelQuery query = Archives.query(targets.strip());
        ArchiveState now = archives.now();
        Etag etag = Etag.of("history", now.snapshot().digest(), EngineVersion.text(), of, targets, offsets + " " + as);
        return etag.unchanged(wanted.headers(), Caching.ASK_AGAIN).orElseGet(() -> {
            List<StoredKernel> kernels = kernels(now, query);
            HistoryRun run = HistoryRun.of(question(of, offsets, kernels), kernels);
            return Caching.ASK_AGAIN
                    .on(ResponseEntity.ok().eTag(etag.value()))
                    .contentType(as.type())
                    .body(Answers.bytes(as == Representation.JSON ? json(run) : text(run)));
        });
    }

    private static List<StoredKernel> kernels(ArchiveState now, @Nullable KernelQuery query) {
        if (query == null) {
            return some(now.kernels());
        }
        List<StoredKernel> kernels = new ArrayList<>();
        for (CatalogEntry entry : query.select(now.archive().entries())) {
            kernels.add(now.archive().kernel(entry));
        }
        return kernels;
    }

    private static List<StoredKernel> some(List<StoredKernel> kernels) {
        if (kernels.isEmpty()) {
            throw new ApiException(ApiProblem.ARCHIVE_UNAVAILABLE, "the archive has no kernels");
        }
        return kernels;
    }

    private static Question question(String of, boolean offsets, List<StoredKernel> kernels) {
        List<String> words = List.of(of.strip().split("\\s+", -1));
        try {
            if (!words.getFirst().equals(ENUMERATOR)) {
                return Question.parse(words, offsets);
            }
            if (words.size() != 2) {
                throw bad("expected one name after '" + ENUMERATOR + "'");
            }
            return Question.parse(List.of("enum", enumOf(words.get(1), kernels), words.get(1)), offsets);
        } catch (BadQuestion e) {
            throw bad(String.valueOf(e.getMessage()));
        }
    }

    private static ApiException bad(String what) {
        return new ApiException(ApiProblem.BAD_REQUEST, "of: " + what);
    }

    /** The enum that has it, in the last kernel or the first. */
    private static String enumOf(String enumerator, List<StoredKernel> kernels) {
        for (StoredKernel kernel : List.of(kernels.getLast(), kernels.getFirst())) {
            Btf btf = kernel.vmlinux();
            List<String> enums = btf == null ? List.of() : EnumeratorSearch.enumsWith(btf, enumerator);
            if (enums.size() == 1 && !enums.getFirst().isEmpty()) {
                return enums.getFirst();
            }
            if (!enums.isEmpty()) {
                throw bad(
                        enumerator + " is in " + String.join(", ", enums) + ": ask for 'enum NAME " + enumerator + "'");
            }
        }
        throw bad("no enum has " + enumerator);
    }

    private static String json(HistoryRun run) {
        StringWriter out = new StringWriter();
        List<HistoryRun.Asked> asked = run.asked();
        HistoryLabels labels = new HistoryLabels(run.question().name(), asked);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeNumberProperty("schemaVersion", SCHEMA_VERSION);
            new HistoryJson(labels).write(json, run.question().toString(), HistoryRow.of(asked), asked);
            json.writeEndObject();
        }
        return out.toString();
    }

    private static String text(HistoryRun run) {
        StringWriter text = new StringWriter();
        List<HistoryRun.Asked> asked = run.asked();
        HistoryLabels labels = new HistoryLabels(run.question().name(), asked);
        PrintWriter out = new PrintWriter(text);
        new HistoryText(new Style(false, true, WIDTH), out, labels)
                .print(run.question().toString(), HistoryRow.of(asked), HistoryText.files(asked));
        out.flush();
        return text.toString();
    }
}
