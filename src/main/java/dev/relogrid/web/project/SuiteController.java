package dev.relogrid.web.project;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.query.KernelQuery;
import dev.relogrid.gate.SourcePaths;
import dev.relogrid.gate.Suite;
import dev.relogrid.gate.render.Rendering;
import dev.relogrid.matrix.object.Objects;
import dev.relogrid.matrix.project.Project;
import dev.relogrid.matrix.project.ProjectRef;
import dev.relogrid.matrix.project.Projects;
import dev.relogrid.matrix.project.Suites;
import dev.relogrid.matrix.project.Suites.Question;
import dev.relogrid.matrix.project.Verdicts.InForce;
import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The report of a ref's objects together: what continuous integration waits for after it uploaded them. */
@RestController
final class SuiteController {
    /** What the report comes to, so that a shell need not read it: a word of {@link dev.relogrid.gate.Outcome}. */
    static final String OUTCOME = "Relogrid-Outcome";

    private final Known known;
    private final Projects projects;
    private final Objects objects;
    private final Asking asking;
    private final Suites suites;

    SuiteController(Known known, Projects projects, Objects objects, Asking asking, Suites suites) {
        this.known = known;
        this.projects = projects;
        this.objects = objects;
        this.asking = asking;
        this.suites = suites;
    }

    @Operation(
            operationId = "getSuiteReport",
            summary = "The report of all objects of a ref, as relogrid check writes it in any of its forms")
    @ApiResponse(
            responseCode = "200",
            description = "The report.",
            headers =
                    @Header(name = OUTCOME, description = "pass, fail or no_answer", schema = @Schema(type = "string")),
            content = {
                @Content(mediaType = "application/json", schema = @Schema(type = "object")),
                @Content(mediaType = "text/plain", schema = @Schema(type = "string")),
                @Content(mediaType = "text/markdown", schema = @Schema(type = "string")),
                @Content(mediaType = "application/sarif+json", schema = @Schema(type = "object")),
                @Content(mediaType = "application/xml", schema = @Schema(type = "string")),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    @ApiResponse(
            responseCode = "202",
            description = "Not all are judged yet; ask again, or follow the runs.",
            headers = @Header(name = OUTCOME, description = "pending", schema = @Schema(type = "string")),
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = SuitePendingView.class)))
    @GetMapping("/api/v1/projects/{project}/refs/{ref}/report")
    @Nullable
    ResponseEntity<Object> report(
            @PathVariable String project,
            @Parameter(description = "A branch, tag or commit; a slash in its name is written ~: feature~x")
                    @PathVariable
                    String ref,
            @ParameterObject SuiteQuestion question,
            WebRequest request) {
        SuiteForm form = SuiteForm.wanted(question.formatOrNone(), accept(request));
        Project of = known.project(project);
        ProjectRef asked = known.ref(of, ref);
        ProjectRef base = against(of, asked, question);
        InForce policy = policy(of, question);
        SuiteMembers now = members(policy, asked);
        SuiteMembers before = base == null ? null : members(policy, base);
        if (!now.pending().isEmpty() || before != null && !before.pending().isEmpty()) {
            return pending(before == null ? SuitePendingView.of(now) : SuitePendingView.of(now, before));
        }
        String docs = docs();
        String how =
                String.join("\n", form.form().word(), docs, suites.provenance().toString())
                        + (before == null ? "" : "\n" + before.key());
        Tag tag = Tag.of(policy, now.members(), how);
        if (request.checkNotModified(tag.value())) {
            return null;
        }
        Question put = new Question(of.name(), label(of, question), policy);
        Suite suite = suites.suite(put, now.release(), before == null ? null : before.release());
        return ResponseEntity.ok()
                .eTag(tag.value())
                .cacheControl(CacheControl.noCache().cachePrivate())
                .varyBy(HttpHeaders.ACCEPT, HttpHeaders.AUTHORIZATION)
                .header(OUTCOME, suite.outcome().code())
                .contentType(form.type())
                .body(form.form()
                        .render(suite, new Rendering(SourcePaths.AS_COMPILED, docs))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<Object> pending(SuitePendingView view) {
        return ResponseEntity.accepted()
                .header(HttpHeaders.RETRY_AFTER, "2")
                .header(OUTCOME, SuitePendingView.OUTCOME)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(view);
    }

    /** Null for nothing. What is compared with itself never has anything new, which nobody can mean by a gate. */
    private @Nullable ProjectRef against(Project project, ProjectRef asked, SuiteQuestion question) {
        String name = question.againstOrNone();
        if (name.isEmpty()) {
            return null;
        }
        ProjectRef base = known.ref(project, name);
        if (base.id() == asked.id()) {
            throw new ApiException(
                    ApiProblem.BAD_REQUEST, "against is the ref itself: with itself compared nothing is ever new");
        }
        return base;
    }

    private InForce policy(Project project, SuiteQuestion question) {
        InForce own = Known.inForce(project, LocalDate.now(ZoneOffset.UTC));
        String targets = question.targetsOrNone();
        if (targets.isEmpty()) {
            return own;
        }
        InForce policy = Known.inForce(own, targets);
        try {
            suites.check(KernelQuery.parse(targets));
        } catch (ArchiveProblem e) {
            throw new ApiException(ApiProblem.BAD_TARGETS, String.valueOf(e.getMessage()));
        }
        return policy;
    }

    private static String label(Project project, SuiteQuestion question) {
        if (!question.targetsOrNone().isEmpty()) {
            return "targets " + question.targetsOrNone();
        }
        return project.policy().isBlank() ? "" : "policy of " + project.name();
    }

    private SuiteMembers members(InForce policy, ProjectRef ref) {
        return new SuiteMembers(ref.name().name(), asking.now(policy, Named.all(projects.current(ref), objects)));
    }

    /** Links in a file have to lead back here from wherever it is read. */
    private static String docs() {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/docs/verdicts/")
                .build()
                .toUriString();
    }

    private static String accept(WebRequest request) {
        String[] values = request.getHeaderValues(HttpHeaders.ACCEPT);
        return values == null ? "" : String.join(", ", List.of(values));
    }
}
