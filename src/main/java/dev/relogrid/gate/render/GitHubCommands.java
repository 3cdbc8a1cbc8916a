package dev.relogrid.gate.render;

import dev.relogrid.gate.Suite;
import dev.relogrid.gate.Unread;
import dev.relogrid.report.CauseCard.Nearest;
import dev.relogrid.report.look.Printable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A suite as commands of GitHub's workflow logs, which puts them at the lines they are about. GitHub shows ten of a level
 * for each step and drops the others without a word, so the tenth says how many there are. The last line is the headline.
 */
final class GitHubCommands {
    /** So many of a level; one more says what was left out. */
    static final int MOST = 9;

    /** Longer titles GitHub cuts itself, in the middle of what is escaped. */
    private static final int LONGEST_TITLE = 200;

    private final Suite suite;
    private final Rendering rendering;
    private final List<String> errors = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private GitHubCommands(Suite suite, Rendering rendering) {
        this.suite = suite;
        this.rendering = rendering;
    }

    /** One command a line; compared with what was before only of what is new. */
    static String of(Suite suite, Rendering rendering) {
        return new GitHubCommands(suite, rendering).write();
    }

    private String write() {
        for (Concern concern : Concerns.sorted(Concerns.of(suite))) {
            if (concern.weight().isTrouble() && (concern.isNew() || !suite.isCompared())) {
                boolean fails = concern.weight() == Weight.FAILS;
                (fails ? errors : warnings).add(command(fails ? "error" : "warning", concern));
            }
        }
        for (String reason : Trouble.ofPolicy(suite)) {
            String file = suite.policy().isEmpty() ? null : rendering.sources().of(suite.policy());
            errors.add(command("error", new Spot(file, 0, 0, ""), "Policy", reason));
        }
        for (Unread unread : Trouble.unanswered(suite)) {
            String message = unread.name() + ": " + unread.message();
            errors.add(command("error", Spot.UNKNOWN, "No answer for " + unread.name(), message));
        }
        StringBuilder out = new StringBuilder();
        lines("error", errors, out);
        lines("warning", warnings, out);
        return out.append(Printable.text(suite.headline())).append('\n').toString();
    }

    private static void lines(String level, List<String> commands, StringBuilder out) {
        commands.stream().limit(MOST).forEach(line -> out.append(line).append('\n'));
        int more = commands.size() - MOST;
        if (more > 0) {
            out.append(command(
                            level,
                            Spot.UNKNOWN,
                            "Relogrid",
                            more + " more " + level + (more == 1 ? "" : "s") + "; the report has them all"))
                    .append('\n');
        }
    }

    private String command(String level, Concern concern) {
        String name = concern.member().name();
        Spot spot = concern.spot(rendering.sources());
        Nearest nearest = concern.nearest();
        String message = name + ": " + concern.sentence()
                + (nearest == null
                        ? ""
                        : "; nearest there: " + nearest.path() + ", "
                                + nearest.grade().word())
                + (spot.isOutside() ? " (" + spot.text() + ", which is no file of this repository)" : "");
        return command(level, spot, concern.code() + " in " + name, message);
    }

    private static String command(String level, Spot spot, String title, String message) {
        String shown = Printable.text(title);
        return "::" + level + " "
                + property("file", spot.file())
                + (spot.file() == null || spot.line() == 0 ? "" : "line=" + spot.line() + ",")
                + (spot.file() == null || spot.line() == 0 || spot.column() == 0 ? "" : "col=" + spot.column() + ",")
                + "title=" + escapedProperty(shown.substring(0, Math.min(LONGEST_TITLE, shown.length()))) + "::"
                + escaped(Printable.text(message));
    }

    private static String property(String name, @Nullable String value) {
        return value == null ? "" : name + "=" + escapedProperty(value) + ",";
    }

    /** Behind the second pair of colons. */
    static String escaped(String data) {
        return data.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** Before it, where colons and commas separate. */
    static String escapedProperty(String value) {
        return escaped(value).replace(":", "%3A").replace(",", "%2C");
    }
}
