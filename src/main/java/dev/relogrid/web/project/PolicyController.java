package dev.relogrid.web.project;

import dev.relogrid.matrix.project.ChangedMeanwhile;
import dev.relogrid.matrix.project.Project;
import dev.relogrid.matrix.project.Projects;
import dev.relogrid.policy.PolicyProblem;
import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a project asks of kernels. */
@RestController
@RequestMapping("/api/v1/projects/{project}/policy")
final class PolicyController {
    private static final MediaType YAML = new MediaType("text", "yaml", StandardCharsets.UTF_8);

    private final Known known;
    private final Projects projects;

    PolicyController(Known known, Projects projects) {
        this.known = known;
        this.projects = projects;
    }

    /**
     * A policy that was taken.
     *
     * @param version counts up whenever it is set; what the ETag has between its quotes
     * @param says what it says, sentence by sentence
     */
    record PolicyView(String version, List<String> says) {}

    @Operation(operationId = "getPolicy", summary = "The text of a project's policy, empty where it has none")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/yaml", schema = @Schema(type = "string")))
    @GetMapping(produces = {"text/yaml", "text/plain", "application/yaml"})
    ResponseEntity<String> get(@PathVariable String project) {
        Project found = known.project(project);
        return ResponseEntity.ok()
                .eTag(tag(found))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(YAML)
                .body(found.policy());
    }

    @Operation(
            operationId = "putPolicy",
            summary = "Sets a project's policy, a .relogrid file as docs/POLICY.md has it")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(mediaType = "text/yaml", schema = @Schema(type = "string")))
    @PutMapping(
            consumes = {"text/yaml", "text/plain", "application/yaml", "application/x-yaml", "text/x-yaml"},
            produces = "application/json")
    ResponseEntity<PolicyView> put(
            @PathVariable String project,
            @Parameter(description = "The ETag of the version to replace; whatever there is when left out")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch,
            @RequestBody(required = false) byte @Nullable [] body) {
        Project found = known.project(project);
        try {
            Project set = projects.setPolicy(found, text(body), expected(found, ifMatch));
            List<String> says = Projects.policy(set).describe().lines().toList();
            return ResponseEntity.ok().eTag(tag(set)).body(new PolicyView(Long.toString(set.version()), says));
        } catch (PolicyProblem e) {
            throw new ApiException(
                    ApiProblem.MALFORMED_POLICY,
                    String.valueOf(e.getMessage()),
                    Map.of("line", e.line(), "column", e.column()));
        } catch (ChangedMeanwhile e) {
            throw new ApiException(ApiProblem.PRECONDITION_FAILED, "the policy " + e.getMessage());
        }
    }

    private static String tag(Project project) {
        return "\"" + project.version() + "\"";
    }

    /** Null where any version will do. Compressing turns a strong tag into a weak one on its way. */
    private static @Nullable Long expected(Project project, @Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        for (String one : ifMatch.split(",", -1)) {
            String tag = one.strip();
            if (tag.equals(tag(project)) || tag.equals("W/" + tag(project))) {
                return project.version();
            }
        }
        throw new ApiException(
                ApiProblem.PRECONDITION_FAILED, "the policy is at version " + project.version() + " now");
    }

    private static String text(byte @Nullable [] body) {
        if (body == null) {
            return "";
        }
        String text = new String(body, StandardCharsets.UTF_8);
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), body)) {
            throw new ApiException(
                    ApiProblem.MALFORMED_POLICY, "the policy is not UTF-8", Map.of("line", 1, "column", 1));
        }
        return text;
    }
}
