package dev.relogrid.web.project;

import dev.relogrid.matrix.project.BadName;
import dev.relogrid.matrix.project.Fleets;
import dev.relogrid.matrix.project.Project;
import dev.relogrid.matrix.project.Projects;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Projects. */
@RestController
@RequestMapping(path = "/api/v1/projects", produces = "application/json")
final class ProjectsController {
    private static final int REFS_SHOWN = 20;

    private final Projects projects;
    private final Fleets fleets;
    private final Known known;

    ProjectsController(Projects projects, Fleets fleets, Known known) {
        this.projects = projects;
        this.fleets = fleets;
        this.known = known;
    }

    /** A project as it is listed. */
    record ProjectView(String id, String name, Instant createdAt, String policyVersion) {
        static ProjectView of(Project project) {
            return new ProjectView(
                    Long.toString(project.id()), project.name(), project.createdAt(), Long.toString(project.version()));
        }
    }

    /** Some projects, by name. */
    record ProjectPage(List<ProjectView> items, @Nullable String nextCursor) {}

    /**
     * A project.
     *
     * @param policy what its policy says, sentence by sentence
     * @param nodes machines in its fleet
     * @param mainRef the ref its badge is about; null while it has none
     * @param refs those updated last
     */
    record ProjectDetailView(
            ProjectView project,
            List<String> policy,
            long nodes,
            @Nullable RefView mainRef,
            List<RefView> refs,
            String badge) {}

    @Operation(operationId = "listProjects", summary = "Lists projects by name")
    @GetMapping
    ResponseEntity<ProjectPage> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(Cursor.MOST) int limit) {
        List<Project> found = projects.list(Cursor.read("projects", cursor, ""), limit + 1);
        List<Project> shown = found.subList(0, Math.min(limit, found.size()));
        String next =
                found.size() > limit ? Cursor.write("projects", shown.getLast().name()) : null;
        return Cursor.page(new ProjectPage(shown.stream().map(ProjectView::of).toList(), next), next);
    }

    @Operation(operationId = "putProject", summary = "Makes a project, or does nothing where it is there")
    @PutMapping("/{project}")
    ResponseEntity<ProjectView> put(@PathVariable String project) {
        try {
            Projects.Made made = projects.getOrCreate(project);
            ResponseEntity.BodyBuilder answer = made.isNew()
                    ? ResponseEntity.created(URI.create("/api/v1/projects/" + project))
                    : ResponseEntity.ok();
            return answer.body(ProjectView.of(made.project()));
        } catch (BadName e) {
            throw Known.badName(e);
        }
    }

    @Operation(operationId = "getProject", summary = "A project, what it asks of kernels, and its latest refs")
    @GetMapping("/{project}")
    ProjectDetailView get(@PathVariable String project) {
        Project found = known.project(project);
        return new ProjectDetailView(
                ProjectView.of(found),
                Known.inForce(found, LocalDate.now(ZoneOffset.UTC))
                        .policy()
                        .describe()
                        .lines()
                        .toList(),
                fleets.get(found).total(),
                projects.mainRef(found).map(ref -> RefView.of(project, ref)).orElse(null),
                projects.latestRefs(found, REFS_SHOWN).stream()
                        .map(ref -> RefView.of(project, ref))
                        .toList(),
                "/badge/" + project + ".svg");
    }
}
