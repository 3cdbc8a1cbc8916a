package dev.relogrid.engine.advice;

import java.util.ArrayList;
import java.util.List;

/**
 * A path through members, as {@link Rename} writes them, or as an access takes it.
 *
 * @param root another struct to start at, {@code struct slab}; empty for the one the path is about
 * @param steps the members and elements
 */
record MemberPath(String root, List<Step> steps) {

    /**
     * A member or an element.
     *
     * @param name the member's; empty for an element
     * @param index the element's; {@link #SAME} for whichever the old access takes
     * @param deref whether the step goes through a pointer first
     */
    record Step(String name, long index, boolean deref) {
        static final long SAME = -1;

        static Step member(String name) {
            return new Step(name, 0, false);
        }

        static Step element(long index) {
            return new Step("", index, false);
        }

        boolean isElement() {
            return name.isEmpty();
        }

        /** Whether this step of a pattern stands for that step of an access. */
        boolean stands(Step taken) {
            return isElement()
                    ? taken.isElement() && (index == SAME || index == taken.index)
                    : name.equals(taken.name) && deref == taken.deref;
        }
    }

    static MemberPath parse(String text) {
        String root = "";
        String rest = text;
        if (text.startsWith("struct ") || text.startsWith("union ") || text.startsWith("enum ")) {
            int dot = text.indexOf('.');
            root = text.substring(0, dot);
            rest = text.substring(dot + 1);
        }
        List<Step> steps = new ArrayList<>();
        int at = 0;
        while (at < rest.length()) {
            int end = end(rest, at);
            steps.add(step(rest.substring(at, end)));
            at = end;
        }
        return new MemberPath(root, List.copyOf(steps));
    }

    private static int end(String text, int start) {
        int at = start + (text.startsWith("->", start) ? 2 : 1);
        while (at < text.length() && ".[-".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static Step step(String text) {
        if (text.startsWith("[")) {
            String index = text.substring(1, text.length() - 1);
            return Step.element(index.isEmpty() ? Step.SAME : Long.parseLong(index));
        }
        boolean deref = text.startsWith("->");
        return new Step(deref ? text.substring(2) : text.startsWith(".") ? text.substring(1) : text, 0, deref);
    }

    /** The steps as text, indices and all. */
    static String text(List<Step> steps) {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            if (step.isElement()) {
                text.append('[')
                        .append(step.index == Step.SAME ? "" : String.valueOf(step.index))
                        .append(']');
            } else {
                text.append(step.deref ? "->" : text.isEmpty() ? "" : ".").append(step.name);
            }
        }
        return text.toString();
    }
}
