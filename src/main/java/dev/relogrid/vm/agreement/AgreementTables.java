package dev.relogrid.vm.agreement;

import dev.relogrid.vm.GuestLog;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What agrees with booted kernels and what does not, as tables in Markdown. */
public final class AgreementTables {
    private final List<Agreement> kernels;
    private final List<Cell> cells;
    private final StringBuilder out = new StringBuilder();

    private AgreementTables(List<Agreement> kernels) {
        this.kernels = kernels;
        this.cells = kernels.stream().flatMap(kernel -> kernel.cells().stream()).toList();
    }

    /** The tables of any number of kernels, ending with a line break. */
    public static String of(List<Agreement> kernels) {
        AgreementTables tables = new AgreementTables(kernels);
        tables.byKernel();
        tables.goals();
        tables.byEnding();
        tables.disagreements();
        return tables.out.toString();
    }

    private void line(Object... columns) {
        out.append("| ");
        for (int i = 0; i < columns.length; i++) {
            out.append(i == 0 ? "" : " | ").append(columns[i]);
        }
        out.append(" |\n");
    }

    private void head(String... columns) {
        line((Object[]) columns);
        out.append("|").append(" --- |".repeat(columns.length)).append('\n');
    }

    private void byKernel() {
        head(
                "kernel",
                "objects opened or not, as said",
                "programs",
                "true ok",
                "true broken",
                "for the cause given",
                "false ok",
                "false broken",
                "conditional",
                "unknown",
                "no trial");
        for (Agreement kernel : kernels) {
            row(
                    kernel.kernel(),
                    kernel.cells(),
                    kernel.openings(),
                    kernel.disputedOpenings().size());
        }
        if (kernels.size() > 1) {
            row(
                    "all",
                    cells,
                    kernels.stream().mapToInt(Agreement::openings).sum(),
                    kernels.stream()
                            .mapToInt(kernel -> kernel.disputedOpenings().size())
                            .sum());
        }
        out.append('\n');
    }

    private void row(String kernel, List<Cell> of, int openings, int disputed) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        of.forEach(cell -> counts.merge(cell.outcome(), 1, Integer::sum));
        line(
                kernel,
                (openings - disputed) + " of " + openings,
                of.size(),
                counts.getOrDefault(Outcome.TRUE_OK, 0),
                counts.getOrDefault(Outcome.TRUE_BROKEN, 0),
                count(of, cell -> cell.outcome() == Outcome.TRUE_BROKEN && cell.isSameCause()),
                counts.getOrDefault(Outcome.FALSE_OK, 0),
                counts.getOrDefault(Outcome.FALSE_BROKEN, 0),
                counts.getOrDefault(Outcome.CONDITIONAL, 0),
                counts.getOrDefault(Outcome.UNKNOWN, 0),
                counts.getOrDefault(Outcome.NO_TRIAL, 0));
    }

    private void goals() {
        long refused = count(
                cells, cell -> cell.ending() != Ending.LOADED && !cell.ending().isOfTrial());
        long knowable = count(cells, cell -> cell.ending().isKnowable());
        long saidOk = count(cells, cell -> cell.outcome() == Outcome.TRUE_OK || cell.outcome() == Outcome.FALSE_OK);
        long loaded = count(cells, cell -> cell.ending() == Ending.LOADED);
        head("what", "cells", "of", "share", "goal");
        goal(
                "refused for what a kernel's facts tell, and said to load",
                count(cells, cell -> Origin.of(cell) == Origin.MISSING_MODEL),
                knowable,
                "none");
        goal(
                "loads, and was said to be refused",
                count(cells, cell -> Origin.of(cell) == Origin.ENGINE_BUG),
                loaded,
                "1 %");
        goal(
                "said to load, and refused by the verifier",
                count(cells, cell -> Origin.of(cell) == Origin.VERIFIER_LIMIT),
                saidOk,
                "2 %");
        goal(
                "refused, and not said to load",
                refused - count(cells, cell -> cell.outcome() == Outcome.FALSE_OK),
                refused,
                "");
        out.append('\n');
    }

    private void goal(String what, long cells, long of, String goal) {
        line(what, cells, of, of == 0 ? "" : String.format(Locale.ROOT, "%.2f %%", 100.0 * cells / of), goal);
    }

    private void byEnding() {
        head(
                "how it ended in the kernel",
                "programs",
                "said broken",
                "for that cause",
                "conditional or unknown",
                "said to load");
        for (Ending ending : Ending.values()) {
            List<Cell> such =
                    cells.stream().filter(cell -> cell.ending() == ending).toList();
            if (ending != Ending.LOADED && !such.isEmpty()) {
                line(
                        ending.words(),
                        such.size(),
                        count(such, cell -> cell.outcome() == Outcome.TRUE_BROKEN),
                        ending.codes().isEmpty()
                                ? ""
                                : count(such, cell -> cell.outcome() == Outcome.TRUE_BROKEN && cell.isSameCause()),
                        count(such, cell -> cell.outcome() == Outcome.CONDITIONAL || cell.outcome() == Outcome.UNKNOWN),
                        count(such, cell -> cell.outcome() == Outcome.FALSE_OK || cell.outcome() == Outcome.NO_TRIAL));
            }
        }
        out.append('\n');
    }

    /** One program may differ on several kernels: those with the same reason are one entry. */
    private void disagreements() {
        Map<String, List<Cell>> alike = cells.stream()
                .filter(Cell::isDisagreement)
                .collect(Collectors.groupingBy(
                        cell -> Origin.of(cell) + cell.object().name() + "\n"
                                + cell.program().name() + "\n" + cell.program().reason(),
                        java.util.TreeMap::new,
                        Collectors.toList()));
        List<String> logs = new ArrayList<>();
        head("program", "kernels", "what happened", "what was said", "where it comes from");
        for (List<Cell> same : alike.values()) {
            Cell first = same.getFirst();
            String program = first.object().name() + ": `" + first.program().name() + "`";
            line(
                    program,
                    same.stream()
                            .map(Cell::kernel)
                            .map(AgreementTables::release)
                            .collect(Collectors.joining(", ")),
                    first.ending() == Ending.LOADED
                            ? "loaded"
                            : "`" + cell(first.program().reason()) + "`",
                    first.said().code() + (first.why().isEmpty() ? "" : ": " + cell(first.why())),
                    Origin.of(first).words());
            if (first.program().verifierLog() != null && Origin.of(first) != Origin.ENGINE_BUG) {
                logs.add(program + " on " + release(first.kernel()) + "\n\n```\n"
                        + tail(first.program().verifierLog()) + "\n```\n");
            }
        }
        if (alike.isEmpty()) {
            line("none", "", "", "", "");
        }
        out.append('\n');
        if (!logs.isEmpty()) {
            out.append("The last lines of their logs:\n\n").append(String.join("\n", logs));
        }
    }

    /** The last lines before the statistics. */
    public static String tail(GuestLog log) {
        List<String> lines = log.lines();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    }

    private static String release(String kernel) {
        return kernel.substring(kernel.lastIndexOf('/') + 1);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }

    private static long count(List<Cell> of, Predicate<Cell> which) {
        return of.stream().filter(which).count();
    }
}
