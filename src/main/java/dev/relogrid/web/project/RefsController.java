package dev.relogrid.web.project;

import dev.relogrid.matrix.object.Objects;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.matrix.project.Attachment;
import dev.relogrid.matrix.project.BadName;
import dev.relogrid.matrix.project.Fleets;
import dev.relogrid.matrix.project.Project;
import dev.relogrid.matrix.project.ProjectRef;
import dev.relogrid.matrix.project.Projects;
import dev.relogrid.matrix.project.RefObject;
import dev.relogrid.matrix.project.Verdicts.Found;
import dev.relogrid.matrix.project.Verdicts.InForce;
import dev.relogrid.matrix.run.News;
import dev.relogrid.policy.PolicyVerdict;
import dev.relogrid.policy.Releasable;
import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Branches, tags and commits of a project, and their objects. */
@RestController
@RequestMapping(path = "/api/v1/projects/{project}/refs", produces = "application/json")
final class RefsController {
    private static final String REF = "A branch, tag or commit; a slash in its name is written ~: feature~x";
    private static final int TREND = 30;

    private final Known known;
    private final Projects projects;
    private final Fleets fleets;
    private final Objects objects;
    private final Asking asking;
    private final News news;

    RefsController(Known known, Projects projects, Fleets fleets, Objects objects, Asking asking, News news) {
        this.known = known;
        this.projects = projects;
        this.fleets = fleets;
        this.objects = objects;
        this.asking = asking;
        this.news = news;
    }

    /** Some refs of a project, by name. */
    record RefPage(List<RefView> items, @Nullable String nextCursor) {}

    /**
     * A ref and how it stands.
     *
     * @param headline what the policy makes of all its objects together
     * @param reasons why it may not be released, sentences; none when it may
     * @param kernels how required kernels stand, each as its worst object
     * @param nodes the same in machines; null without a fleet
     * @param objects what it has, by path
     * @param trend what it had last, the oldest first, with the answers there are
     */
    record RefDetailView(
            RefView ref,
            String headline,
            List<String> reasons,
            TallyView kernels,
            @Nullable NodesView nodes,
            List<AttachedView> objects,
            List<AttachedView> trend) {}

    /** What a ref has and had, the latest first. */
    record HistoryPage(List<AttachedView> items, @Nullable String nextCursor) {}

    /** Which object is to be the current one, and what it was built from. */
    record AttachRequest(
            @NotNull @Pattern(regexp = "[0-9a-f]{12,64}", message = "is not a SHA-256 in lower case")
            String sha256,

            @Nullable String commit) {}

    @Operation(operationId = "listRefs", summary = "Lists the refs of a project by name")
    @GetMapping
    ResponseEntity<RefPage> list(
            @PathVariable String project,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(Cursor.MOST) int limit) {
        List<ProjectRef> found = projects.refs(known.project(project), Cursor.read("refs", cursor, ""), limit + 1);
        List<ProjectRef> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit
                ? Cursor.write("refs", shown.getLast().name().name())
                : null;
        List<RefView> views =
                shown.stream().map(ref -> RefView.of(project, ref)).toList();
        return Cursor.page(new RefPage(views, next), next);
    }

    @Operation(operationId = "getRef", summary = "A ref: its objects, how they stand, and how that went")
    @GetMapping("/{ref}")
    RefDetailView get(@PathVariable String project, @Parameter(description = REF) @PathVariable String ref) {
        Project of = known.project(project);
        ProjectRef found = known.ref(of, ref);
        InForce policy = Known.inForce(of, LocalDate.now(ZoneOffset.UTC));
        List<RefObject> current = projects.current(found);
        List<Member> members = asking.newest(policy, Named.all(current, objects));
        Releasable together = asking.together(policy, members, false);
        return new RefDetailView(
                RefView.of(project, found),
                together.headline(),
                together.reasons(),
                TallyView.of(together.kernels()),
                Asking.coverage(fleets.get(of), together).map(NodesView::of).orElse(null),
                views(policy, current, members),
                past(policy, projects.history(found, Long.MAX_VALUE, TREND)).reversed());
    }

    private List<AttachedView> past(InForce policy, List<RefObject> history) {
        return views(policy, history, asking.past(policy, Named.all(history, objects)));
    }

    /** @param members of the same indexes */
    private List<AttachedView> views(InForce policy, List<RefObject> attached, List<Member> members) {
        List<Optional<PolicyVerdict>> answers = asking.each(policy, members);
        List<AttachedView> views = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            views.add(AttachedView.of(attached.get(i), members.get(i), answers.get(i)));
        }
        return views;
    }

    @Operation(
            operationId = "putRefObject",
            summary =
                    "Makes an uploaded object the current one under a path of a ref, which is made when it is not there")
    @PutMapping(path = "/{ref}/objects/{*path}", consumes = "application/json")
    AttachedView attach(
            @PathVariable String project,
            @Parameter(description = REF) @PathVariable String ref,
            @Parameter(description = "What the project calls the object: bpf/open.bpf.o") @PathVariable String path,
            @RequestBody @Valid AttachRequest request) {
        Project to = known.project(project);
        StoredObject object = known.object(request.sha256());
        InForce policy = Known.inForce(to, LocalDate.now(ZoneOffset.UTC));
        String relative = path.startsWith("/") ? path.substring(1) : path;
        try {
            Attachment attachment = new Attachment(Known.refName(ref), relative, object.id(), request.commit());
            RefObject attached = projects.attach(to, attachment);
            List<Member> members = asking.now(policy, List.of(new Named(attached.path(), object)));
            Found found = members.getFirst().found();
            if (found != null) {
                news.uploaded(found.analysis()); // else the run that is queued does so
            }
            return views(policy, List.of(attached), members).getFirst();
        } catch (BadName e) {
            throw Known.badName(e);
        }
    }

    @Operation(operationId = "deleteRefObject", summary = "Takes an object off a ref, in whose history it stays")
    @DeleteMapping("/{ref}/objects/{*path}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void detach(
            @PathVariable String project,
            @Parameter(description = REF) @PathVariable String ref,
            @Parameter(description = "What the project calls the object: bpf/open.bpf.o") @PathVariable String path) {
        Project of = known.project(project);
        String relative = path.startsWith("/") ? path.substring(1) : path;
        if (!projects.detach(known.ref(of, ref), relative)) {
            throw new ApiException(
                    ApiProblem.NOT_FOUND, "the ref " + ref + " of " + project + " has nothing under " + relative);
        }
    }

    @Operation(operationId = "listRefHistory", summary = "Lists what a ref has and had, the latest first")
    @GetMapping("/{ref}/history")
    ResponseEntity<HistoryPage> history(
            @PathVariable String project,
            @Parameter(description = REF) @PathVariable String ref,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Cursor.MOST) int limit) {
        Project of = known.project(project);
        List<RefObject> found = projects.history(known.ref(of, ref), Cursor.readNumber("history", cursor), limit + 1);
        List<RefObject> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit
                ? Cursor.write("history", Long.toString(shown.getLast().id()))
                : null;
        InForce policy = Known.inForce(of, LocalDate.now(ZoneOffset.UTC));
        return Cursor.page(new HistoryPage(past(policy, shown), next), next);
    }
}
