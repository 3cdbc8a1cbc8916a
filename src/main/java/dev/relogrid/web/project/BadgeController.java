package dev.relogrid.web.project;

import dev.relogrid.matrix.object.Objects;
import dev.relogrid.matrix.project.Project;
import dev.relogrid.matrix.project.ProjectRef;
import dev.relogrid.matrix.project.Projects;
import dev.relogrid.matrix.project.RefObject;
import dev.relogrid.matrix.project.Verdicts.InForce;
import dev.relogrid.web.problem.ApiException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/**
 * How a project stands, as a picture for its README. Whatever goes wrong is a grey badge and status 200: a page that shows
 * it would show a broken picture otherwise.
 */
@RestController
@RequestMapping("/badge")
final class BadgeController {
    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);
    private static final CacheControl CACHING = CacheControl.maxAge(Duration.ofMinutes(5));

    private final Projects projects;
    private final Objects objects;
    private final Asking asking;

    BadgeController(Projects projects, Objects objects, Asking asking) {
        this.projects = projects;
        this.objects = objects;
        this.asking = asking;
    }

    /** What shields.io draws a badge from. */
    record ShieldsView(int schemaVersion, String label, String message, String color) {}

    /** What a badge is about: a ref of a project, and for which kernels. */
    private record About(InForce policy, List<Member> members) {}

    @GetMapping(path = "/{project}.svg")
    @Nullable
    ResponseEntity<String> svg(
            @PathVariable String project,
            @RequestParam(defaultValue = "") String ref,
            @RequestParam(defaultValue = "") String targets,
            @RequestParam(defaultValue = "flat") String style,
            WebRequest request) {
        Optional<About> about = about(project, ref, targets);
        Tag tag = tag(about, style);
        if (request.checkNotModified(tag.value())) {
            return null;
        }
        Badge badge = badge(about);
        return ResponseEntity.ok()
                .eTag(tag.value())
                .cacheControl(CACHING)
                .contentType(SVG)
                .body(style.equals("table") ? BadgeSvg.table(badge) : BadgeSvg.flat(badge));
    }

    @GetMapping(path = "/{project}.json")
    @Nullable
    ResponseEntity<ShieldsView> json(
            @PathVariable String project,
            @RequestParam(defaultValue = "") String ref,
            @RequestParam(defaultValue = "") String targets,
            WebRequest request) {
        Optional<About> about = about(project, ref, targets);
        Tag tag = tag(about, "json");
        if (request.checkNotModified(tag.value())) {
            return null;
        }
        Badge.Line total = badge(about).total();
        return ResponseEntity.ok()
                .eTag(tag.value())
                .cacheControl(CACHING)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new ShieldsView(1, total.label(), total.message(), total.colour().code));
    }

    /** Nothing when there is no such project or ref, or the query is none. */
    private Optional<About> about(String project, String ref, String targets) {
        try {
            Optional<Project> found = projects.find(project);
            Optional<ProjectRef> of = found.flatMap(
                    known -> ref.isEmpty() ? projects.mainRef(known) : projects.ref(known, Known.refName(ref)));
            if (found.isEmpty() || of.isEmpty()) {
                return Optional.empty();
            }
            InForce own = Known.inForce(found.get(), LocalDate.now(ZoneOffset.UTC));
            InForce policy = Known.inForce(own, targets);
            List<RefObject> current = projects.current(of.get());
            return Optional.of(new About(policy, asking.newest(policy, Named.all(current, objects))));
        } catch (ApiException e) {
            return Optional.empty(); // the query, the name or the policy is not understood
        }
    }

    private static Tag tag(Optional<About> about, String style) {
        return about.map(known -> Tag.of(known.policy(), known.members(), style))
                .orElseGet(() -> Tag.of(InForce.none(LocalDate.EPOCH), List.of(), style));
    }

    private Badge badge(Optional<About> about) {
        if (about.isEmpty() || about.get().members().isEmpty()) {
            return Badge.none("no data");
        }
        About known = about.get();
        boolean pending = known.members().stream().anyMatch(member -> member.found() == null);
        return pending ? Badge.none("pending") : Badge.of(asking.together(known.policy(), known.members(), false));
    }
}
