package dev.relogrid.vm;

import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.vm.BootedProgram.Attached;
import dev.relogrid.vm.BootedProgram.Outcome;
import dev.relogrid.vm.BootedProgram.VerifierCost;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a guest says of a program, in our words. */
final class ProgramWords {
    private static final int MAX_ERRNO = 1 << 20;

    private ProgramWords() {}

    /** @param listed names and section of the program, for a guest that had no time to say them again */
    static BootedProgram program(GuestJson json, @Nullable GuestJson listed, HeardLogs logs) {
        Outcome outcome = outcome(json.text("verdict"));
        int object = json.within("obj", 0, Integer.MAX_VALUE);
        int program = json.within("prog", 0, Integer.MAX_VALUE);
        boolean loaded = outcome == Outcome.LOADED;
        return new BootedProgram(
                json.textOr("name", listed == null ? "" : listed.text("name")),
                json.textOr("section", listed == null ? "" : listed.text("section")),
                outcome,
                stage(json.text("stage")),
                loaded ? 0 : json.within("errno", -MAX_ERRNO, MAX_ERRNO),
                reason(json, outcome),
                json.withinOr("insns", 0, Integer.MAX_VALUE, 0),
                cost(json),
                null,
                loaded ? null : logs.verifierOf(object, program),
                loaded ? null : logs.libbpfOf(object, program));
    }

    private static String reason(GuestJson json, Outcome outcome) {
        if (json.has("reason") || json.has("libbpf_says")) {
            return json.textOr("reason", json.textOr("libbpf_says", "")).strip();
        }
        return switch (outcome) {
            case INFRA ->
                json.text("verdict").equals("unstable")
                        ? "refused at first, taken at the second try"
                        : "the process that loaded it died of signal " + json.numberOr("signal", 0);
            case TIMEOUT -> "it took longer than it may";
            default -> "";
        };
    }

    private static @Nullable VerifierCost cost(GuestJson json) {
        if (!json.has("insns_processed")) {
            return null;
        }
        return new VerifierCost(
                json.number("insns_processed"),
                json.numberOr("insns_limit", -1),
                json.withinOr("total_states", 0, Integer.MAX_VALUE, -1),
                json.withinOr("peak_states", 0, Integer.MAX_VALUE, -1),
                json.textOr("stack_depth", ""),
                json.numberOr("verification_us", -1));
    }

    private static Outcome outcome(String verdict) {
        return switch (verdict) {
            case "loaded" -> Outcome.LOADED;
            case "rejected" -> Outcome.REJECTED;
            case "libbpf_failed" -> Outcome.LIBBPF_FAILED;
            case "unsupported_type" -> Outcome.UNSUPPORTED_TYPE;
            case "timeout", "stuck" -> Outcome.TIMEOUT;
            case "crashed", "unstable" -> Outcome.INFRA;
            default -> throw new MalformedInput("program frame", 0, "a verdict", "'" + verdict + "'");
        };
    }

    static GuestStage stage(String name) {
        if (name.equals("none")) {
            return GuestStage.OPEN;
        }
        try {
            return GuestStage.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new MalformedInput("program frame", 0, "a stage", "'" + name + "'");
        }
    }

    /** From a frame that follows the program's own. */
    static Attached attached(GuestJson json) {
        return new Attached(
                json.within("attach_errno", -1, MAX_ERRNO),
                json.textOr("said", "").strip());
    }

    /** The same program with what came of attaching it. */
    static BootedProgram with(BootedProgram program, Attached attached) {
        return new BootedProgram(
                program.name(),
                program.section(),
                program.outcome(),
                program.stage(),
                program.errno(),
                program.reason(),
                program.insns(),
                program.cost(),
                attached,
                program.verifierLog(),
                program.libbpf());
    }
}
