package dev.relogrid.web.project;

import dev.relogrid.archive.DistroLine;
import dev.relogrid.archive.KernelId;
import dev.relogrid.policy.KernelStanding;
import dev.relogrid.policy.Releasable;
import dev.relogrid.policy.Role;
import dev.relogrid.policy.Standing;
import dev.relogrid.policy.Tally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a badge says.
 *
 * @param title the same in words
 * @param lines the same for each line of a distribution; none when there is nothing to say
 */
record Badge(Line total, String title, List<Line> lines) {
    private static final String LABEL = "kernels";

    /** One row: what it is about, what it says with a sign, and its colour. */
    record Line(String label, String message, Colour colour) {}

    /** Each tells from the others by its lightness too; the sign says the same without any. */
    enum Colour {
        GOOD("#1B7F3B"),
        FAIR("#9A6700"),
        BAD("#8C0044"),
        NONE("#6B7075");

        final String code;

        Colour(String code) {
            this.code = code;
        }
    }

    /** Where nothing can be said. */
    static Badge none(String why) {
        return new Badge(new Line(LABEL, why, Colour.NONE), LABEL + ": " + why, List.of());
    }

    static Badge of(Releasable answer) {
        Tally tally = answer.kernels();
        if (tally.total() == 0) {
            return none("no data");
        }
        String title = tally.pass() + " of " + tally.total() + " required kernels pass, " + tally.fail() + " fail, "
                + tally.warn() + " are uncertain";
        return new Badge(line(LABEL, tally), title, lines(answer.standings()));
    }

    private static Line line(String label, Tally tally) {
        Colour colour = tally.fail() > 0 ? Colour.BAD : tally.warn() > 0 ? Colour.FAIR : Colour.GOOD;
        String sign = switch (colour) {
            case GOOD -> "✓";
            case FAIR -> "△";
            case BAD -> "✗";
            case NONE -> "?";
        };
        return new Line(label, sign + " " + tally.pass() + "/" + tally.total(), colour);
    }

    private static String distroLine(String kernel) {
        DistroLine line = DistroLine.of(KernelId.of(kernel));
        return line.distro() + " " + line.name();
    }

    /** By distribution and line, in the archive's order. */
    private static List<Line> lines(List<KernelStanding> kernels) {
        Map<String, List<KernelStanding>> groups = new LinkedHashMap<>();
        for (KernelStanding kernel : kernels) {
            if (kernel.role() == Role.REQUIRED && kernel.standing() != Standing.ASIDE) {
                groups.computeIfAbsent(distroLine(kernel.kernel()), _ -> new ArrayList<>())
                        .add(kernel);
            }
        }
        List<Line> lines = new ArrayList<>();
        groups.forEach((name, group) -> lines.add(line(name, Tally.of(group, Role.REQUIRED))));
        return lines;
    }
}
