package dev.relogrid.vm;

import org.jspecify.annotations.Nullable;

/**
 * What became of one program, tried on its own.
 *
 * @param stage at which it ended, {@link GuestStage#DONE} when it loaded
 * @param errno of the failing call, by its Linux number (libbpf's own start at 4000); 0 when it loaded
 * @param reason the verifier's last line before its statistics, else libbpf's first warning; empty when there is none
 * @param insns instructions as loaded; 0 when it did not come so far
 * @param cost null when the verifier did not print any
 * @param attached null when attaching was not asked for or the program did not load
 * @param verifierLog null when it loaded, or did not come so far
 * @param libbpf lines libbpf printed; null when it loaded
 */
public record BootedProgram(
        String name,
        String section,
        Outcome outcome,
        GuestStage stage,
        int errno,
        String reason,
        int insns,
        @Nullable VerifierCost cost,
        @Nullable Attached attached,
        @Nullable GuestLog verifierLog,
        @Nullable GuestLog libbpf) {

    /** What the guest says of a program. */
    public enum Outcome {
        LOADED,
        /** The kernel refused BPF_PROG_LOAD. */
        REJECTED,
        /** libbpf gave up before it came to that. */
        LIBBPF_FAILED,
        /** The kernel does not know the program type. */
        UNSUPPORTED_TYPE,
        /** It took too long, and was ended. */
        TIMEOUT,
        /** The process that loaded it died or could not be ended: says nothing against the program. */
        INFRA
    }

    /** What the verifier did for it; what is not known is -1. */
    public record VerifierCost(
            long insnsProcessed, long limit, int totalStates, int peakStates, String stackDepth, long micros) {
        /** Of the limit, from 0 to 1. */
        public double share() {
            return limit <= 0 || insnsProcessed < 0 ? 0 : (double) insnsProcessed / limit;
        }
    }

    /** Of an attempt to attach it; {@code said} is libbpf's words, empty when it worked. */
    public record Attached(int errno, String said) {}
}
