package dev.relogrid.engine.verdict;

import dev.relogrid.engine.core.ReloValue;
import dev.relogrid.engine.core.Resolution;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.RelocationRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one relocation on one kernel.
 *
 * @param record the relocation
 * @param status how it ended
 * @param stage where an {@link Status#ERROR} happened; null otherwise
 * @param errno positive number of an error, 0 otherwise
 * @param resolution null when it was skipped
 * @param before the instruction before patching, both slots of a 64-bit load; empty when it was not looked at
 * @param after the instruction after patching; empty unless it was patched
 * @param why a clause: why it failed, was poisoned or skipped; empty when all is well
 */
public record RelocationResult(
        RelocationRecord record,
        Status status,
        @Nullable Stage stage,
        int errno,
        @Nullable Resolution resolution,
        List<Insn> before,
        List<Insn> after,
        String why) {

    /** How a relocation ends, in the words of the JSON lines. */
    public enum Status {
        /** The instruction holds the kernel's value. */
        OK("ok"),
        /** The instruction is a call of a helper that does not exist: fatal only if the verifier reaches it. */
        POISONED("poisoned"),
        /** libbpf refuses the whole object. */
        ERROR("error"),
        /** libbpf never comes to it. */
        SKIPPED("skipped");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Where an error happens. */
    public enum Stage {
        SEARCH("search"),
        RESOLVE("resolve"),
        PATCH("patch");

        private final String word;

        Stage(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** What was to be written; null when it did not come to that. */
    public @Nullable ReloValue value() {
        return switch (resolution) {
            case Resolution.Resolved resolved -> resolved.value();
            case Resolution.Absent absent -> absent.value();
            case Resolution.Ambiguous _ -> null;
            case Resolution.Rejected _ -> null;
            case null -> null;
        };
    }
}
