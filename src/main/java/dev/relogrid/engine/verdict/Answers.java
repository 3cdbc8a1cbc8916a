package dev.relogrid.engine.verdict;

import dev.relogrid.engine.extern.ExternResult;
import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.reach.Rules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a kernel answered to some or all questions about an object, in values alone: kernels with equal answers have the
 * same verdict. What differs among kernels without bearing on it, as the offsets of fields do, is left out.
 *
 * @param setbacks relocations that did not end well, or not as meant
 * @param constants what relocations wrote that a program may branch on
 * @param externs what became of the externs
 * @param obstacles whatever else is in the way
 * @param rules what the kernel's verifier knows; null when it was not asked for
 */
record Answers(
        List<Setback> setbacks,
        List<Constant> constants,
        List<ExternResult> externs,
        List<Obstacle> obstacles,
        @Nullable Rules rules) {

    static final Answers NONE = new Answers(List.of(), List.of(), List.of(), List.of(), null);

    /** The number a relocation wrote into its instruction. */
    record Constant(int relocation, long value) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Constant constant && relocation == constant.relocation && value == constant.value;
        }

        @Override
        public int hashCode() {
            return 31 * relocation + Long.hashCode(value);
        }
    }

    static Answers ofRelocations(List<Setback> setbacks, List<Constant> constants) {
        return setbacks.isEmpty() && constants.isEmpty()
                ? NONE
                : new Answers(setbacks, constants, List.of(), List.of(), null);
    }

    static Answers ofExterns(List<ExternResult> externs) {
        return new Answers(List.of(), List.of(), externs, List.of(), null);
    }

    static Answers ofFeatures(List<Obstacle> obstacles) {
        return obstacles.isEmpty() ? NONE : new Answers(List.of(), List.of(), List.of(), obstacles, null);
    }

    /** @param version of the kernel, as it tells it; null when that is not known */
    static Answers ofVersion(@Nullable String version) {
        Rules rules = version == null ? Rules.of(0, 0, 0) : Rules.ofVersion(version);
        return new Answers(List.of(), List.of(), List.of(), List.of(), rules);
    }

    boolean isEmpty() {
        return setbacks.isEmpty() && constants.isEmpty() && externs.isEmpty() && obstacles.isEmpty() && rules == null;
    }

    /** All together; relocations in the object's order. */
    static Answers all(List<Answers> parts) {
        List<Setback> setbacks = new ArrayList<>();
        List<Constant> constants = new ArrayList<>();
        List<ExternResult> externs = new ArrayList<>();
        List<Obstacle> obstacles = new ArrayList<>();
        Rules rules = null;
        for (Answers part : parts) {
            setbacks.addAll(part.setbacks);
            constants.addAll(part.constants);
            externs.addAll(part.externs);
            obstacles.addAll(part.obstacles);
            rules = part.rules == null ? rules : part.rules;
        }
        setbacks.sort(Comparator.comparingInt(setback -> setback.relocation().number()));
        constants.sort(Comparator.comparingInt(Constant::relocation));
        return new Answers(setbacks, constants, externs, obstacles, rules);
    }

    // written out, because what records come with is put together at run time: milliseconds of every cold start

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Answers answers
                && setbacks.equals(answers.setbacks)
                && constants.equals(answers.constants)
                && externs.equals(answers.externs)
                && obstacles.equals(answers.obstacles)
                && (rules == null ? answers.rules == null : rules.equals(answers.rules));
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * setbacks.hashCode() + constants.hashCode()) + externs.hashCode())
                + obstacles.hashCode();
    }
}
