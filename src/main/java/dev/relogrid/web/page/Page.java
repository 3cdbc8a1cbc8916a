package dev.relogrid.web.page;

import dev.relogrid.web.page.Telling.Drawn;
import dev.relogrid.web.page.Telling.Here;
import dev.relogrid.web.page.Telling.Written;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every page there is, and what of the interface tells what it shows. The dashboard's routes are these. */
enum Page {
    START("/", "/api/v1/openapi.json", new Here()),
    SEARCH("/search", "/api/v1/search", new Drawn(SearchSheet::of)),
    OBJECTS("/objects", "/api/v1/objects", new Drawn(ObjectSheets::all)),
    OBJECT("/objects/{sha}", "/api/v1/objects/{sha}/report", new Written(true)),
    RELOCATION("/objects/{sha}/relocations/{number}", "/api/v1/objects/{sha}/relocations/{number}", new Written(false)),
    CAUSE("/objects/{sha}/causes/{number}", "/api/v1/objects/{sha}/causes/{number}", new Written(false)),
    OBJECT_KERNELS("/objects/{sha}/kernels", "/api/v1/objects/{sha}/diff", new Written(true)),
    PROJECTS("/projects", "/api/v1/projects", new Drawn(ProjectSheets::all)),
    PROJECT("/projects/{project}", "/api/v1/projects/{project}", new Drawn(ProjectSheets::one)),
    REF("/projects/{project}/{ref}", "/api/v1/projects/{project}/refs/{ref}/report", new Written(true)),
    DIFF("/diff/{range}", "/api/v1/diff?from={from}&to={to}", new Written(true)),
    KERNELS("/kernels", "/api/v1/kernels", new Drawn(KernelSheets::all)),
    KERNEL(
            "/kernels/{distro}/{suite}/{arch}/{release}",
            "/api/v1/kernels/{distro}/{suite}/{arch}/{release}",
            new Drawn(KernelSheets::one)),
    TYPES("/types", "/api/v1/types", new Drawn(TypeSheets::found)),
    TYPE("/types/{name}", "/api/v1/types/{name}", new Drawn(TypeSheets::one)),
    FIELD("/types/{name}/{field}", "/api/v1/history?of={of}", new Written(false)),
    RENAMES("/renames", "/api/v1/renames", new Drawn(KnowledgeSheets::renames)),
    TARGETS("/targets", "/api/v1/targets", new Drawn(KernelSheets::targets)),
    RUNS("/runs", "/api/v1/runs", new Drawn(RunSheets::all)),
    RUN("/runs/{id}", "/api/v1/runs/{id}", new Drawn(RunSheets::one)),
    ARCHIVE("/archive", "/api/v1/kernels/health", new Drawn(KernelSheets::archive)),
    AGREEMENT("/agreement", "/api/v1/agreement", new Drawn(AgreementSheet::of)),
    EVENTS("/events", "/api/v1/events", new Drawn(RunSheets::events)),
    SETTINGS("/settings", "/api/v1/me", new Here()),
    TOKENS("/settings/tokens", "/api/v1/tokens", new Here()),
    AUDIT("/settings/audit", "/api/v1/audit", new Here()),
    PROJECT_SETTINGS("/settings/projects/{project}", "/api/v1/projects/{project}", new Here()),
    VERDICTS("/docs/verdicts", "/docs/verdicts", new Here()),
    VERDICT("/docs/verdicts/{code}", "/docs/verdicts/{code}", new Here()),
    PROBLEMS("/docs/problems", "/docs/problems", new Here()),
    PROBLEM("/docs/problems/{code}", "/docs/problems/{code}", new Here());

    private static final String BETWEEN = "...";

    private final PathPattern pattern;
    private final String source;
    private final Telling telling;

    Page(String pattern, String source, Telling telling) {
        this.pattern = PathPatternParser.defaultInstance.parse(pattern);
        this.source = source;
        this.telling = telling;
    }

    /** Its address with its parts in braces. */
    String pattern() {
        return pattern.getPatternString();
    }

    /** The address of the interface it is made of, with the same parts in braces. */
    String source() {
        return source;
    }

    Telling telling() {
        return telling;
    }

    /** What is asked for where the address does not say. */
    Map<String, String> usually() {
        return switch (this) {
            case TARGETS -> Map.of("q", "all");
            case SEARCH, TYPES -> Map.of("q", "");
            default -> Map.of();
        };
    }

    /**
     * A page at its address.
     *
     * @param parts what stands where its pattern, or its source, has braces
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
                .map(match -> new Visit(this, parts(match.getUriVariables())));
    }

    private Map<String, String> parts(Map<String, String> found) {
        Map<String, String> parts = new HashMap<>(found);
        switch (this) {
            case DIFF -> {
                String range = found.getOrDefault("range", "");
                int dots = range.indexOf(BETWEEN);
                parts.put("from", dots < 0 ? range : range.substring(0, dots));
                parts.put("to", dots < 0 ? "" : range.substring(dots + BETWEEN.length()));
            }
            case FIELD -> {
                String type = found.getOrDefault("name", "");
                parts.put("of", (type.contains(" ") ? type : "struct " + type) + " " + found.get("field"));
            }
            default -> {}
        }
        return parts;
    }
}
