package dev.relogrid.engine.history;

import java.util.ArrayList;
import java.util.List;

/**
 * A member and members of it, as {@code i_ctime.tv_sec} or {@code cpus_mask.bits[0]}. It does not go through pointers, as
 * no CO-RE access does.
 */
final class FieldPath {
    private final String text;
    private final List<Step> steps;

    /**
     * One member.
     *
     * @param indexes of the elements taken of it, where it is an array
     */
    record Step(String name, List<Long> indexes) {}

    private FieldPath(String text, List<Step> steps) {
        this.text = text;
        this.steps = steps;
    }

    static FieldPath parse(String text) {
        if (text.contains("->")) {
            int arrow = text.indexOf("->");
            throw new BadQuestion("'" + text + "' goes through a pointer; ask of the type '" + text.substring(0, arrow)
                    + "' points to, with '" + text.substring(arrow + 2) + "'");
        }
        List<Step> steps = new ArrayList<>();
        for (String part : text.split("\\.", -1)) {
            int bracket = part.indexOf('[');
            String name = QuestionParser.identifier(bracket < 0 ? part : part.substring(0, bracket));
            steps.add(new Step(name, bracket < 0 ? List.of() : indexes(part.substring(bracket))));
        }
        return new FieldPath(text, List.copyOf(steps));
    }

    private static List<Long> indexes(String brackets) {
        if (!brackets.matches("(\\[\\d{1,9}])+")) {
            throw new BadQuestion("'" + brackets + "' is not an index such as [0]");
        }
        List<Long> indexes = new ArrayList<>();
        for (String number : brackets.substring(1, brackets.length() - 1).split("]\\[", -1)) {
            indexes.add(Long.valueOf(number));
        }
        return List.copyOf(indexes);
    }

    List<Step> steps() {
        return steps;
    }

    /** The path up to and including that step. */
    String upTo(int step) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i <= step; i++) {
            path.append(i == 0 ? "" : ".").append(steps.get(i).name());
            for (long index : steps.get(i).indexes()) {
                path.append('[').append(index).append(']');
            }
        }
        return path.toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
