package dev.relogrid.gate.render;

import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.gate.Member;
import dev.relogrid.gate.Shift;
import dev.relogrid.gate.Suite;
import dev.relogrid.policy.KernelStanding;
import dev.relogrid.policy.Role;
import dev.relogrid.policy.Standing;
import dev.relogrid.report.AnswerClass;
import dev.relogrid.report.render.Families;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Kernels of one distribution and series as all objects of a suite together find them, and what changed there. */
final class SuiteFamily {
    private final String name;
    private final Map<String, Cell> cells = new LinkedHashMap<>();
    /** Names of objects by what they come to on any of the kernels. */
    private final Map<Standing, Set<String>> objects = new EnumMap<>(Standing.class);

    private SuiteFamily(String name) {
        this.name = name;
    }

    /** An object on a kernel; the worst is the least, of equal ones what changed most. */
    private record Cell(Member member, KernelStanding kernel, Shift shift) {
        private static final Comparator<Cell> WORST_FIRST = Comparator.comparing(
                        (Cell cell) -> cell.kernel.standing(), Comparator.reverseOrder())
                .thenComparing(cell -> cell.kernel.effective(), Comparator.reverseOrder())
                .thenComparing(Cell::shift);

        static Cell of(Member member, KernelStanding kernel) {
            Shift shift =
                    member.delta() == null ? null : member.delta().kernels().get(kernel.kernel());
            return new Cell(member, kernel, shift == null ? Shift.NOT_COMPARED : shift);
        }

        /** The worse of the two objects, and the greater of the two changes. */
        Cell with(Cell other) {
            Cell worst = WORST_FIRST.compare(this, other) <= 0 ? this : other;
            return new Cell(worst.member, worst.kernel, shift.compareTo(other.shift) <= 0 ? shift : other.shift);
        }

        String words() {
            Verdict verdict = kernel.effective();
            boolean accepted = kernel.standing() == Standing.WARN && verdict.compareTo(Verdict.GUARDED) <= 0;
            return accepted ? "accepted" : verdict.sign() + " " + verdict.word();
        }
    }

    /** Of the kernels the policy speaks of, in their order. */
    static List<SuiteFamily> of(Suite suite) {
        Map<String, SuiteFamily> families = new LinkedHashMap<>();
        for (Member member : suite.members()) {
            for (KernelStanding kernel : member.verdict().kernels()) {
                if (kernel.role() != Role.OTHER && kernel.standing() != Standing.ASIDE) {
                    String name = Families.name(kernel.kernel()) + (kernel.role() == Role.WATCHED ? " (watched)" : "");
                    families.computeIfAbsent(name, SuiteFamily::new).add(Cell.of(member, kernel));
                }
            }
        }
        return new ArrayList<>(families.values());
    }

    private void add(Cell cell) {
        cells.merge(cell.kernel.kernel(), cell, Cell::with);
        objects.computeIfAbsent(cell.kernel.standing(), _ -> new LinkedHashSet<>())
                .add(cell.member.name());
    }

    /** {@code debian/trixie 6.12}. */
    String name() {
        return name;
    }

    int builds() {
        return cells.size();
    }

    /** {@code ✗ breaks 2/14}: the worst, and of how many builds that is so unless of all. */
    String cell() {
        String worst = worst().words();
        long same = cells.values().stream()
                .filter(cell -> cell.words().equals(worst))
                .count();
        return worst + (same == cells.size() ? "" : " " + same + "/" + cells.size());
    }

    private Cell worst() {
        return cells.values().stream().min(Cell.WORST_FIRST).orElseThrow();
    }

    boolean passes() {
        return worst().kernel.standing() == Standing.PASS;
    }

    /** How many builds went each way. */
    Map<Shift, Integer> shifts() {
        Map<Shift, Integer> shifts = new EnumMap<>(Shift.class);
        cells.values().forEach(cell -> shifts.merge(cell.shift, 1, Integer::sum));
        return shifts;
    }

    /** Whether anything is different there. */
    boolean differs() {
        return shifts().keySet().stream().anyMatch(shift -> shift != Shift.SAME && shift != Shift.NOT_COMPARED);
    }

    /** The first reason among the worst. */
    String reason() {
        Cell worst = worst();
        AnswerClass answer = worst.member.report().answer(worst.kernel.kernel());
        return answer == null ? "not judged" : answer.reason();
    }

    /** The object whose reason that is, and how many others come to as little: {@code probe.bpf.o and 3 more}. */
    String objects() {
        Cell worst = worst();
        int more = objects.getOrDefault(worst.kernel.standing(), Set.of()).size() - 1;
        return worst.member.name() + (more <= 0 ? "" : " and " + more + " more");
    }
}
