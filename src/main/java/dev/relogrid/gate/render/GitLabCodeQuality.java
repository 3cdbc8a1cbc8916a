package dev.relogrid.gate.render;

import dev.relogrid.archive.Sha256;
import dev.relogrid.gate.Member;
import dev.relogrid.gate.SourcePaths;
import dev.relogrid.gate.Suite;
import dev.relogrid.gate.Unread;
import dev.relogrid.gate.render.CauseWeight.Weight;
import dev.relogrid.policy.FailingCause;
import dev.relogrid.policy.Ignore;
import dev.relogrid.report.CauseCard.Place;
import dev.relogrid.report.CauseKey;
import dev.relogrid.report.Sighting;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A suite as GitLab's Code Quality report: one entry for each cause that counts, and severities are its weight. GitLab compares branches
 * itself, by the fingerprint; so what was before plays no part, and a fingerprint has no line in it.
 *
 * @see <a href="https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format">the format</a>
 */
public final class GitLabCodeQuality {
    private static final JsonFactory JSON = new JsonFactory();

    private final SourcePaths sources;
    private final JsonGenerator json;
    /** How many entries had that fingerprint already: GitLab keeps only the first of several. */
    private final Map<String, Integer> used = new HashMap<>();

    private GitLabCodeQuality(SourcePaths sources, JsonGenerator json) {
        this.sources = sources;
        this.json = json;
    }

    /** The whole document. */
    public static String of(Suite suite, SourcePaths sources) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            new GitLabCodeQuality(sources, json).array(suite);
        }
        return text + "\n";
    }

    /** What an entry is known by, besides its object. */
    private record Known(String check, String fingerprint) {}

    private void array(Suite suite) {
        json.writeStartArray();
        for (Member member : suite.members()) {
            member(member, suite.policy());
        }
        for (Unread unread : suite.unread()) {
            String said = unread.name() + ": " + unread.message();
            entry(
                    new Known(unread.code(), unread.name() + "\n" + unread.code()),
                    Weight.MAJOR,
                    said,
                    at(unread.name()));
        }
        json.writeEndArray();
    }

    private void member(Member member, String policy) {
        CauseWeight weight = new CauseWeight(member);
        for (Sighting cause : member.report().seen()) {
            CauseWeight.Said said = weight.of(cause);
            if (said != null) {
                String key = CauseKey.of(member.report(), cause).fingerprint();
                String check = cause.card().code().name();
                entry(
                        new Known(check, member.name() + "\n" + key),
                        said.weight(),
                        member.name() + ": " + said.sentence(),
                        place(cause.card().place(), member.name()));
            }
        }
        for (FailingCause cause : member.verdict().failing()) {
            if (cause.cause() < 0) {
                Known known = new Known("NOT_DECIDED", member.name() + "\n" + cause.what());
                entry(known, Weight.MAJOR, member.name() + ": " + cause.clause(), at(member.name()));
            }
        }
        String file = policy.isEmpty() ? member.name() : policy;
        for (Ignore entry : member.verdict().expired()) {
            String said = "the policy no longer ignores " + entry.subject() + ": its entry ended on " + entry.until();
            entry(new Known("POLICY_EXPIRED", file + "\n" + entry.subject()), Weight.BLOCKER, said, at(file));
        }
        for (String problem : member.verdict().problems()) {
            entry(new Known("POLICY_PROBLEM", file + "\n" + problem), Weight.BLOCKER, problem, at(file));
        }
    }

    /** A line of a file. */
    private record Line(String path, int number) {}

    private static Line at(String file) {
        return new Line(file, 1);
    }

    /** The source line; the object where the repository has no such file. */
    private Line place(@Nullable Place place, String object) {
        String file = place == null ? null : place.file();
        String path = file == null ? null : sources.of(file);
        return place == null || path == null ? at(object) : new Line(path, Math.max(1, place.line()));
    }

    private void entry(Known known, Weight weight, String description, Line line) {
        int before = used.merge(known.fingerprint, 1, Integer::sum) - 1;
        String key = before == 0 ? known.fingerprint : known.fingerprint + "\n" + before;
        json.writeStartObject();
        json.writeStringProperty("description", description);
        json.writeStringProperty("check_name", known.check);
        json.writeStringProperty("fingerprint", Sha256.of(key.getBytes(StandardCharsets.UTF_8)));
        json.writeStringProperty("severity", weight.name().toLowerCase(Locale.ROOT));
        json.writeObjectPropertyStart("location");
        json.writeStringProperty("path", line.path);
        json.writeObjectPropertyStart("lines");
        json.writeNumberProperty("begin", line.number);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }
}
