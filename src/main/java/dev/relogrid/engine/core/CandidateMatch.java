package dev.relogrid.engine.core;

import org.jspecify.annotations.Nullable;

/**
 * What became of one candidate.
 *
 * @param candidate the type
 * @param match true for a match, false for none, null when libbpf stopped before or at it
 * @param spec the access in the candidate, only for a match
 * @param reached without a match: the local accessor that has no counterpart
 * @param incompatible without a match: whether there is a counterpart by name, of a type that does not do
 */
public record CandidateMatch(
        Candidate candidate,
        @Nullable Boolean match,
        @Nullable AccessSpec spec,
        int reached,
        boolean incompatible) {}
