package dev.relogrid.engine.verdict;

import dev.relogrid.engine.extern.ExternResult;
import dev.relogrid.engine.finding.Obstacle;
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
 * @param version the first two numbers of the kernel's version; null when it was not asked for, or is not known
 */
record Answers(
        List<Setback> setbacks,
        List<Constant> constants,
        List<ExternResult> externs,
        List<Obstacle> obstacles,
        @Nullable String version) {

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

    static Answers ofVersion(String version) {
        return new Answers(List.of(), List.of(), List.of(), List.of(), version);
    }

    boolean isEmpty() {
        return setbacks.isEmpty()
                && constants.isEmpty()
                && externs.isEmpty()
                && obstacles.isEmpty()
                && version == null;
    }

    /** All together; relocations in the object's order. */
    static Answers all(List<Answers> parts) {
        List<Setback> setbacks = new ArrayList<>();
        List<Constant> constants = new ArrayList<>();
        List<ExternResult> externs = new ArrayList<>();
        List<Obstacle> obstacles = new ArrayList<>();
        String version = null;
        for (Answers part : parts) {
            setbacks.addAll(part.setbacks);
            constants.addAll(part.constants);
            externs.addAll(part.externs);
            obstacles.addAll(part.obstacles);
            version = part.version == null ? version : part.version;
        }
        setbacks.sort(Comparator.comparingInt(setback -> setback.relocation().number()));
        constants.sort(Comparator.comparingInt(Constant::relocation));
        return new Answers(setbacks, constants, externs, obstacles, version);
    }

    // written out, because what records come with is put together at run time: milliseconds of every cold start

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Answers answers
                && setbacks.equals(answers.setbacks)
                && constants.equals(answers.constants)
                && externs.equals(answers.externs)
                && obstacles.equals(answers.obstacles)
                && (version == null ? answers.version == null : version.equals(answers.version));
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * setbacks.hashCode() + constants.hashCode()) + externs.hashCode())
                + obstacles.hashCode();
    }
}
