package dev.relogrid.cli;

import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.object.Program;
import dev.relogrid.fixture.Oracle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Holds what we say of attach targets against what libbpf gave up on, and counts. */
final class AttachComparison {
    private static final Pattern OF_PROGRAM = Pattern.compile("prog '([^']*)': (.*)");
    private static final List<String> COMPLAINTS = List.of(
            AttachOutcome.NO_TYPE,
            AttachOutcome.NO_TARGET,
            AttachOutcome.NO_PROGRAM,
            AttachOutcome.UNUSED,
            AttachOutcome.NOT_FOUND);

    private final List<String> differences = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private int compared;

    List<String> differences() {
        return differences;
    }

    int compared() {
        return compared;
    }

    String summary() {
        return compared + " outcomes compared with libbpf: " + differences.size() + " differences; " + counts;
    }

    void compare(AttachOutcome outcome, @Nullable Program only, Kernel kernel, Oracle.@Nullable Answer answer) {
        String theirs = answer == null ? null : theirs(answer.result());
        if (theirs == null) {
            counts.merge("(ended before)", 1, Integer::sum);
            return;
        }
        compared++;
        String ours = outcome.on(kernel, only);
        counts.merge(only(theirs), 1, Integer::sum);
        if (!ours.equals(theirs)) {
            differences.add(outcome.name() + (only == null ? "" : " " + only.name()) + " on " + kernel.id() + ": ours "
                    + ours + ", libbpf's " + theirs);
        }
    }

    private static String only(String outcome) {
        for (String complaint : COMPLAINTS) {
            if (outcome.startsWith(complaint)) {
                return complaint;
            }
        }
        return outcome;
    }

    /** Null where libbpf ended for another reason before it came to attach targets. */
    private static @Nullable String theirs(JsonNode result) {
        String stage = result.path("strict_stage").asString();
        if (stage.equals("done")) {
            return AttachOutcome.FINE;
        }
        if (stage.equals("struct_ops")) {
            return AttachOutcome.STRUCT_OPS;
        }
        for (JsonNode line : result.path("strict_warn")) {
            Matcher matcher = OF_PROGRAM.matcher(line.asString());
            if (matcher.matches()) {
                for (String complaint : COMPLAINTS) {
                    if (matcher.group(2).contains(complaint)) {
                        return complaint + " " + matcher.group(1);
                    }
                }
            }
        }
        return null;
    }
}
