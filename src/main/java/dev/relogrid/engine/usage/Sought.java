package dev.relogrid.engine.usage;

import dev.relogrid.engine.history.BadQuestion;
import dev.relogrid.engine.history.Question;
import java.util.ArrayList;
import java.util.List;

/**
 * What is looked for in objects.
 *
 * @param keyword {@code struct}, {@code union}, {@code typedef}, {@code enum}, {@code enumval}, {@code func} or {@code config}
 * @param name of the type, function or option; of an enumerator, its own, where the keyword is {@code enumval}
 * @param path the members after one another, or the enumerator; empty for the type as a whole
 */
public record Sought(String keyword, String name, List<String> path) {
    private static final String ENUMERATOR = "enumval";

    public Sought {
        path = List.copyOf(path);
    }

    /**
     * Reads the words {@code relogrid history} takes; indexes of arrays are passed over.
     *
     * @throws BadQuestion when they are none
     */
    public static Sought parse(List<String> words) {
        List<String> all =
                new ArrayList<>(List.of(String.join(" ", words).strip().split("\\s+", -1)));
        boolean enumerator = all.getFirst().equals(ENUMERATOR);
        if (enumerator) {
            all.set(0, "func"); // which takes one name, too
        }
        List<String> asked = List.of(Question.parse(all, false).toString().split(" ", -1));
        return new Sought(
                enumerator ? ENUMERATOR : asked.getFirst(),
                asked.get(1),
                asked.size() < 3 ? List.of() : members(asked.get(2)));
    }

    private static List<String> members(String path) {
        List<String> members = new ArrayList<>();
        for (String step : path.split("\\.", -1)) {
            int bracket = step.indexOf('[');
            members.add(bracket < 0 ? step : step.substring(0, bracket));
        }
        return members;
    }

    @Override
    public String toString() {
        return keyword + " " + name + (path.isEmpty() ? "" : " " + String.join(".", path));
    }
}
