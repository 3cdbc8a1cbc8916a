package dev.relogrid.report.history;

import dev.relogrid.engine.history.Answer;
import dev.relogrid.engine.history.Answer.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The different answers, how many gave each, and short names of them for the lines of a history. */
public final class HistoryLabels {
    private static final int SHORT = 30;
    private static final String NO_BTF = "no BTF";

    private final Map<Answer, String> labels = new LinkedHashMap<>();
    private final Map<Answer, Integer> counts = new HashMap<>();

    /** @param name stands for the only way in which it is there; empty where answers are short enough */
    public HistoryLabels(String name, List<HistoryRun.Asked> asked) {
        Map<String, List<Answer>> byBrief = new HashMap<>();
        for (HistoryRun.Asked one : asked) {
            Answer answer = one.answer();
            if (counts.merge(answer, 1, Integer::sum) == 1) {
                String brief = brief(name, answer);
                labels.put(answer, brief);
                byBrief.computeIfAbsent(brief, key -> new ArrayList<>()).add(answer);
            }
        }
        byBrief.forEach(this::tellApart);
    }

    /** Of several answers with one short name, those with short texts are called by them, and others get numbers. */
    private void tellApart(String brief, List<Answer> answers) {
        List<Answer> left = new ArrayList<>(answers);
        left.removeIf(answer -> answer.status() == Status.UNKNOWN);
        for (Answer answer : List.copyOf(left)) {
            if (left.size() > 1 && text(answer).length() <= SHORT) {
                labels.put(answer, text(answer));
                left.remove(answer);
            }
        }
        for (int i = 0; i < left.size() && left.size() > 1; i++) {
            labels.put(left.get(i), brief + " #" + (i + 1));
        }
    }

    private static String brief(String name, Answer answer) {
        return switch (answer.status()) {
            case PRESENT -> name.isEmpty() ? text(answer) : name;
            case ABSENT -> answer.names().isEmpty() ? "absent" : String.join(", ", answer.names());
            case INLINED -> "inlined";
            case UNKNOWN -> answer.text().startsWith(NO_BTF) ? NO_BTF : "unknown";
        };
    }

    private static String text(Answer answer) {
        return answer.text() + (answer.module().isEmpty() ? "" : " (module " + answer.module() + ")");
    }

    public String of(List<Answer> answers) {
        List<String> all = new ArrayList<>();
        for (Answer answer : answers) {
            all.add(labels.getOrDefault(answer, ""));
        }
        return String.join(" / ", all);
    }

    /** Everything an answer says, behind its number if it has one. */
    public String whole(Answer answer) {
        String label = labels.getOrDefault(answer, "");
        int number = label.lastIndexOf(" #");
        return (number < 0 ? "" : label.substring(number + 1) + "  ")
                + text(answer)
                + (answer.similar().isEmpty() ? "" : "; there is " + String.join(", ", answer.similar()));
    }

    /** All answers, as they came. */
    public List<Answer> answers() {
        return List.copyOf(labels.keySet());
    }

    public int count(Answer answer) {
        return counts.getOrDefault(answer, 0);
    }

    /** How many kernels have it. */
    public int present() {
        int present = 0;
        for (Map.Entry<Answer, Integer> entry : counts.entrySet()) {
            present += entry.getKey().status() == Status.PRESENT ? entry.getValue() : 0;
        }
        return present;
    }

    /** Whether an answer names something else that is there. */
    public boolean suggests() {
        for (Answer answer : labels.keySet()) {
            if (!answer.similar().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether all kernels that know an answer have the same. */
    public boolean unanimous() {
        int known = 0;
        for (Answer answer : labels.keySet()) {
            known += answer.status() == Status.UNKNOWN ? 0 : 1;
        }
        return known < 2;
    }
}
