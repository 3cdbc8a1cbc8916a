package dev.relogrid.web.api;

import dev.relogrid.matrix.analysis.Letters;
import dev.relogrid.report.AnswerClass;
import dev.relogrid.report.Report;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes a report as rows of letters, one for each kernel asked for. */
final class MatrixRows {
    /** The kernel is for machines of the other byte order. */
    static final char ASIDE = '.';
    /** The kernel could not be read. */
    static final char UNANSWERED = '-';

    private final Report report;
    private final List<String> columns;
    private final Map<String, Integer> places = new HashMap<>();
    private final int[] classes;

    /** @param columns ids of kernels, each of which the report has somewhere */
    MatrixRows(Report report, List<String> columns) {
        this.report = report;
        this.columns = columns;
        this.classes = new int[columns.size()];
        Map<String, Integer> classOf = new HashMap<>();
        for (int i = 0; i < report.kernels().size(); i++) {
            classOf.put(report.kernels().get(i), report.classOf()[i]);
        }
        for (int i = 0; i < classes.length; i++) {
            places.put(columns.get(i), i);
            classes[i] = classOf.getOrDefault(columns.get(i), -1);
        }
    }

    /** The row of the object as a whole. */
    String object() {
        char[] letters = new char[report.classes().size()];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = Letters.of(report.classes().get(i).verdict());
        }
        return row(letters);
    }

    /** A row for each program. */
    List<String> programs() {
        int count = report.subject().programs().size();
        List<String> rows = new ArrayList<>(count);
        char[] letters = new char[report.classes().size()];
        for (int program = 0; program < count; program++) {
            for (int i = 0; i < letters.length; i++) {
                AnswerClass answer = report.classes().get(i);
                letters[i] = Letters.of(answer.programs().get(program).verdict());
            }
            rows.add(row(letters));
        }
        return rows;
    }

    private String row(char[] ofClass) {
        Set<String> aside = new HashSet<>(report.otherByteOrder());
        char[] row = new char[classes.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = classes[i] >= 0 ? ofClass[classes[i]] : aside.contains(columns.get(i)) ? ASIDE : UNANSWERED;
        }
        return new String(row);
    }

    /** Kernels as ranges of columns, both ends included: {@code [[0,5],[9,12]]}. */
    List<int[]> ranges(List<String> kernels) {
        int[] at = kernels.stream()
                .mapToInt(id -> places.getOrDefault(id, -1))
                .filter(i -> i >= 0)
                .sorted()
                .toArray();
        List<int[]> ranges = new ArrayList<>();
        for (int place : at) {
            int[] last = ranges.isEmpty() ? new int[] {-2, -2} : ranges.getLast();
            if (last[1] + 1 == place) {
                last[1] = place;
            } else {
                ranges.add(new int[] {place, place});
            }
        }
        return ranges;
    }

    /** The number of each kernel's answer; -1 where there is none. */
    int[] classes() {
        return Arrays.copyOf(classes, classes.length);
    }
}
