package dev.relogrid.web.page;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every page there is, and the address of the interface that tells what it shows. The dashboard's routes are these. */
enum Page {
    START("/", "/api/v1/openapi.json"),
    SEARCH("/search", "/api/v1/search"),
    OBJECTS("/objects", "/api/v1/objects"),
    OBJECT("/objects/{sha}", "/api/v1/objects/{sha}/report"),
    RELOCATION("/objects/{sha}/relocations/{number}", "/api/v1/objects/{sha}/relocations/{number}"),
    CAUSE("/objects/{sha}/causes/{number}", "/api/v1/objects/{sha}/causes/{number}"),
    OBJECT_KERNELS("/objects/{sha}/kernels", "/api/v1/objects/{sha}/diff"),
    PROJECTS("/projects", "/api/v1/projects"),
    PROJECT("/projects/{project}", "/api/v1/projects/{project}"),
    REF("/projects/{project}/{ref}", "/api/v1/projects/{project}/refs/{ref}/report"),
    DIFF("/diff/{pair}", "/api/v1/diff?from={from}&to={to}"),
    KERNELS("/kernels", "/api/v1/kernels"),
    KERNEL("/kernels/{distro}/{suite}/{arch}/{release}", "/api/v1/kernels/{distro}/{suite}/{arch}/{release}"),
    TYPES("/types", "/api/v1/types"),
    TYPE("/types/{name}", "/api/v1/types/{name}"),
    FIELD("/types/{name}/{field}", "/api/v1/history?of={name} {field}"),
    RENAMES("/renames", "/api/v1/renames"),
    TARGETS("/targets", "/api/v1/targets"),
    RUNS("/runs", "/api/v1/runs"),
    RUN("/runs/{id}", "/api/v1/runs/{id}"),
    ARCHIVE("/archive", "/api/v1/kernels/health"),
    AGREEMENT("/agreement", "/api/v1/agreement"),
    EVENTS("/events", "/api/v1/events"),
    SETTINGS("/settings", "/api/v1/me"),
    TOKENS("/settings/tokens", "/api/v1/tokens"),
    AUDIT("/settings/audit", "/api/v1/audit"),
    PROJECT_SETTINGS("/settings/projects/{project}", "/api/v1/projects/{project}/policy"),
    VERDICTS("/docs/verdicts", "/docs/verdicts"),
    VERDICT("/docs/verdicts/{code}", "/docs/verdicts/{code}"),
    PROBLEMS("/docs/problems", "/docs/problems"),
    PROBLEM("/docs/problems/{code}", "/docs/problems/{code}");

    private final PathPattern pattern;
    private final String source;

    Page(String pattern, String source) {
        this.pattern = PathPatternParser.defaultInstance.parse(pattern);
        this.source = source;
    }

    /** Its address with its parts in braces. */
    String pattern() {
        return pattern.getPatternString();
    }

    /** Whether it is a text of its own, in the forms it is kept in. */
    boolean isDocument() {
        return pattern().equals(source);
    }

    /** The address of the interface it is made of, with the same parts in braces. */
    String source() {
        return source;
    }

    /**
     * A page at its address.
     *
     * @param parts what stands where its pattern has braces
     */
    record Visit(Page page, Map<String, String> parts) {}

    /** The page at this address. */
    static Optional<Visit> at(PathContainer path) {
        return Arrays.stream(values())
                .flatMap(page -> page.visit(path).stream())
                .findFirst();
    }

    private Optional<Visit> visit(PathContainer path) {
        return Optional.ofNullable(pattern.matchAndExtract(path))
                .map(match -> new Visit(this, match.getUriVariables()));
    }
}
