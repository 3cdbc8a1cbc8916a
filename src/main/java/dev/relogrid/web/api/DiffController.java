package dev.relogrid.web.api;

import dev.relogrid.matrix.analysis.EngineVersion;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.report.diff.DiffMarkdown;
import dev.relogrid.report.diff.DiffText;
import dev.relogrid.report.diff.KernelDiff;
import dev.relogrid.report.diff.ReportDiff;
import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Differences: between objects, between refs, between kernels. */
@Tag(name = "diff")
@RestController
final class DiffController {
    private static final List<Representation> OFFERED =
            List.of(Representation.JSON, Representation.TEXT, Representation.MARKDOWN);
    private static final String BETWEEN = "...";

    private final KnownObjects objects;
    private final Archives archives;
    private final Comparing comparing;

    DiffController(KnownObjects objects, Archives archives, Comparing comparing) {
        this.objects = objects;
        this.archives = archives;
        this.comparing = comparing;
    }

    /** A difference in every form. */
    private record Forms(Object json, Supplier<String> text, Supplier<String> markdown) {

        Object in(Representation as) {
            return switch (as) {
                case TEXT -> Answers.bytes(text.get());
                case MARKDOWN -> Answers.bytes(markdown.get());
                default -> json;
            };
        }

        static Forms of(ReportDiff diff, Object json) {
            return new Forms(json, () -> DiffText.of(diff), () -> DiffMarkdown.of(diff));
        }
    }

    /** What a difference is between, for its ETag, and how to find it. */
    private record Between(String key, Supplier<Forms> forms) {}

    @Operation(
            operationId = "getDiff",
            summary = "What is different between two objects, or between two refs of a project",
            parameters = {
                @Parameter(
                        name = "from",
                        in = ParameterIn.QUERY,
                        required = true,
                        description = "The SHA-256 of an object, or a ref.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "to",
                        in = ParameterIn.QUERY,
                        required = true,
                        description = "The SHA-256 of an object, or a ref.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "project",
                        in = ParameterIn.QUERY,
                        description = "Makes from and to refs of this project instead of objects.",
                        schema = @Schema(type = "string"))
            })
    @ApiResponse(
            responseCode = "200",
            description = "The difference.",
            content = {
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(oneOf = {Compared.Objects.class, Compared.Refs.class})),
                @Content(mediaType = "text/plain", schema = @Schema(type = "string")),
                @Content(mediaType = "text/markdown", schema = @Schema(type = "string"))
            })
    @QueuedResponse
    @AskedParameters
    @FormatParameter
    @GetMapping(Links.ROOT + "/diff")
    ResponseEntity<Object> diff(
            @Parameter(hidden = true) @RequestParam Map<String, String> parameters,
            @Parameter(hidden = true) Asked asked,
            @Parameter(hidden = true) Wanted wanted) {
        Comparing.Ground ground = new Comparing.Ground(archives.choose(asked), asked);
        String from = given(parameters, "from");
        String to = given(parameters, "to");
        String project = parameters.getOrDefault("project", "");
        Between between = project.isEmpty()
                ? objects(objects.get(from), objects.get(to), ground)
                : refs(comparing.ref(project, from), comparing.ref(project, to), ground);
        return answer(between, ground, wanted);
    }

    private static String given(Map<String, String> parameters, String name) {
        String value = parameters.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new ApiException(ApiProblem.BAD_REQUEST, "'" + name + "' is missing");
        }
        return value;
    }

    private Between objects(StoredObject from, StoredObject to, Comparing.Ground ground) {
        return new Between(from.sha256() + BETWEEN + to.sha256(), () -> {
            ReportDiff diff = comparing.diff(from, to, ground);
            return Forms.of(
                    diff,
                    new Compared.Objects(
                            ArchiveView.of(ground.chosen().snapshot()),
                            ground.chosen().targets(),
                            DiffView.of(diff)));
        });
    }

    private Between refs(Comparing.Named from, Comparing.Named to, Comparing.Ground ground) {
        return new Between(from.key() + BETWEEN + to.key(), () -> {
            ComparedRefs diff = comparing.paths(from, to, ground);
            Compared.Refs json = new Compared.Refs(
                    from.project().name(),
                    from.ref().name().name(),
                    to.ref().name().name(),
                    ArchiveView.of(ground.chosen().snapshot()),
                    ground.chosen().targets(),
                    diff.views());
            return new Forms(json, diff::text, diff::markdown);
        });
    }

    @Operation(
            operationId = "getKernelDiff",
            summary = "What changes for an object when somebody moves from one kernel to another")
    @ApiResponse(
            responseCode = "200",
            description = "The difference.",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = Compared.Kernels.class)),
                @Content(mediaType = "text/plain", schema = @Schema(type = "string")),
                @Content(mediaType = "text/markdown", schema = @Schema(type = "string"))
            })
    @QueuedResponse
    @AskedParameters
    @FormatParameter
    @GetMapping(Links.ROOT + "/objects/{sha256}/diff")
    ResponseEntity<Object> kernels(
            @PathVariable String sha256,
            @Parameter(
                            description = "Two kernels with three dots between them: ids, or enough of their ends.",
                            example = "trixie/amd64/6.12.107+deb13-amd64...sid/amd64/7.2.13+deb14-amd64")
                    @RequestParam
                    String kernels,
            @Parameter(hidden = true) Asked asked,
            @Parameter(hidden = true) Wanted wanted) {
        int dots = kernels.indexOf(BETWEEN);
        if (dots < 0) {
            throw new ApiException(ApiProblem.BAD_REQUEST, "kernels are two with three dots between them: a...b");
        }
        StoredObject object = objects.get(sha256);
        Comparing.Ground ground = new Comparing.Ground(archives.choose(asked), asked);
        String from = kernel(ground, kernels.substring(0, dots));
        String to = kernel(ground, kernels.substring(dots + BETWEEN.length()));
        Between between = new Between(object.sha256() + from + BETWEEN + to, () -> {
            KernelDiff diff = kernelDiff(object, from, to, ground);
            return Forms.of(
                    diff.diff(),
                    new Compared.Kernels(
                            from, to, ArchiveView.of(ground.chosen().snapshot()), DiffView.of(diff.diff())));
        });
        return answer(between, ground, wanted);
    }

    private static String kernel(Comparing.Ground ground, String name) {
        return ground.chosen().now().archive().find(name).id().toString();
    }

    private KernelDiff kernelDiff(StoredObject object, String from, String to, Comparing.Ground ground) {
        try {
            return KernelDiff.of(comparing.report(object, ground), from, to);
        } catch (IllegalArgumentException e) {
            throw new ApiException(
                    ApiProblem.BAD_TARGETS,
                    "not both of these kernels were held against the object: they are not among 'targets', or for"
                            + " machines of the other byte order");
        }
    }

    private static ResponseEntity<Object> answer(Between between, Comparing.Ground ground, Wanted wanted) {
        Representation as = wanted.of(OFFERED);
        Chosen chosen = ground.chosen();
        Etag etag = Etag.of(
                "diff",
                between.key,
                chosen.snapshot().digest(),
                EngineVersion.text(),
                ground.asked().key(),
                as.word());
        return etag.unchanged(wanted.headers(), Caching.ASK_AGAIN).orElseGet(() -> {
            try {
                return Caching.ASK_AGAIN
                        .on(ResponseEntity.ok().eTag(etag.value()))
                        .contentType(as.type())
                        .body(between.forms.get().in(as));
            } catch (Comparing.NotYet e) {
                return Answers.queued(e.queued());
            }
        });
    }
}
