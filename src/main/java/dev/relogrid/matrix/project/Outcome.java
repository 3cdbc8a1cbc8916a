package dev.relogrid.matrix.project;

import dev.relogrid.matrix.analysis.Analysis;
import dev.relogrid.policy.PolicyVerdict;

/** What a project's policy makes of an object. */
public sealed interface Outcome {

    /**
     * It was judged.
     *
     * @param present whether on the present archive by the present engine
     */
    record Answered(Analysis analysis, PolicyVerdict verdict, boolean present) implements Outcome {}

    /** It cannot be loaded as the policy says; {@code why} is a clause. */
    record Unloadable(String why) implements Outcome {}

    /** Nobody has asked about it yet. */
    record Pending() implements Outcome {}
}
