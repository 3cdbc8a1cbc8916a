package dev.relogrid.web.project;

import dev.relogrid.matrix.kernel.Snapshot;
import dev.relogrid.matrix.kernel.Snapshots;
import dev.relogrid.matrix.object.Objects;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.matrix.project.Fleets;
import dev.relogrid.matrix.project.Project;
import dev.relogrid.matrix.project.ProjectRef;
import dev.relogrid.matrix.project.Projects;
import dev.relogrid.matrix.project.RefObject;
import dev.relogrid.matrix.project.Verdicts.InForce;
import dev.relogrid.policy.Fleet;
import dev.relogrid.policy.Releasable;
import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The question release tooling asks. */
@RestController
final class ReleasableController {
    private final Known known;
    private final Projects projects;
    private final Fleets fleets;
    private final Snapshots snapshots;
    private final Objects objects;
    private final Asking asking;

    ReleasableController(
            Known known, Projects projects, Fleets fleets, Snapshots snapshots, Objects objects, Asking asking) {
        this.known = known;
        this.projects = projects;
        this.fleets = fleets;
        this.snapshots = snapshots;
        this.objects = objects;
        this.asking = asking;
    }

    @Operation(
            operationId = "getReleasable",
            summary = "Says whether an object, or all objects of a ref, may be released, and why not")
    @ApiResponse(responseCode = "200", description = "Yes or no.")
    @ApiResponse(responseCode = "202", description = "Not judged yet; ask again, or follow the run of each object.")
    @GetMapping(path = "/api/v1/releasable", produces = "application/json")
    @Nullable
    ResponseEntity<ReleasableView> releasable(@ParameterObject ReleaseQuestion question, WebRequest request) {
        When when = question.when();
        Project project = question.project() == null ? null : known.project(question.project());
        InForce own = project == null ? InForce.none(when.today()) : Known.inForce(project, when.today());
        InForce policy = Known.inForce(own, question.targetsOrNone());
        List<Member> members = members(policy, named(question, project, when), when);
        Fleet fleet = project == null ? Fleet.NONE : fleets.get(project);
        Tag tag = Tag.of(policy, members, question + " " + fleet);
        if (request.checkNotModified(tag.value())) {
            return null;
        }
        Releasable answer = asking.together(policy, members, question.isStrict());
        ReleasableView view = ReleasableView.of(members, answer, Asking.coverage(fleet, answer), when);
        return view.pending().isEmpty()
                ? ResponseEntity.ok()
                        .eTag(tag.value())
                        .cacheControl(CacheControl.noCache().cachePrivate())
                        .body(view)
                : ResponseEntity.accepted()
                        .header("Retry-After", "2")
                        .cacheControl(CacheControl.noStore())
                        .body(view);
    }

    private List<Named> named(ReleaseQuestion question, @Nullable Project project, When when) {
        if (question.object() != null) {
            StoredObject object = known.object(question.object());
            return List.of(new Named(object.name(), object));
        }
        if (project == null) {
            return List.of();
        }
        ProjectRef ref = question.ref() == null
                ? projects.mainRef(project)
                        .orElseThrow(() -> new ApiException(
                                ApiProblem.NOT_FOUND, "the project " + project.name() + " has no ref yet"))
                : known.ref(project, question.ref());
        List<RefObject> of = when.isPast() ? projects.at(ref, when.time()) : projects.current(ref);
        return Named.all(of, objects);
    }

    private List<Member> members(InForce policy, List<Named> named, When when) {
        return when.isPast() ? asking.on(policy, named, snapshot(when).id()) : asking.now(policy, named);
    }

    private Snapshot snapshot(When when) {
        return snapshots
                .at(when.time().atOffset(ZoneOffset.UTC))
                .orElseThrow(() -> new ApiException(
                        ApiProblem.NOT_FOUND,
                        "this service has not seen the archive on " + when.today() + " or before"));
    }
}
