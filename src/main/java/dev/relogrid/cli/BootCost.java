package dev.relogrid.cli;

import dev.relogrid.report.look.Printable;
import dev.relogrid.report.look.Style;
import dev.relogrid.vm.BootedProgram;
import dev.relogrid.vm.BootedProgram.VerifierCost;
import dev.relogrid.vm.Evidence;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What programs cost the verifier: instructions it processed, against the most it does. */
final class BootCost {
    private static final double WARN = 0.5;
    /** Changes below it are the noise of compilers and point releases. */
    private static final double NOTICED = 0.1;

    private final Style style;
    private final PrintWriter out;
    private final BootOutcome outcome;

    BootCost(Style style, PrintWriter out, BootOutcome outcome) {
        this.style = style;
        this.out = out;
        this.outcome = outcome;
    }

    /** A line for each program that comes near the limit somewhere, with the worst of its kernels. */
    void warnings() {
        boolean first = true;
        for (Map.Entry<String, Map<String, VerifierCost>> row : byProgram().entrySet()) {
            String worst = "";
            VerifierCost most = null;
            for (Map.Entry<String, VerifierCost> cell : row.getValue().entrySet()) {
                if (most == null || cell.getValue().share() > most.share()) {
                    most = cell.getValue();
                    worst = cell.getKey();
                }
            }
            if (most != null && most.share() > WARN) {
                if (first) {
                    out.println();
                    first = false;
                }
                out.println("  "
                        + style.yellow(style.sign("\u25b3", "!") + " " + Printable.text(row.getKey()) + " takes "
                                + number(most.insnsProcessed()) + " of the verifier's " + number(most.limit())
                                + " instructions ("
                                + Math.round(100 * most.share()) + " %) on " + Printable.text(worst)));
            }
        }
    }

    /** Instructions processed, programs by kernels. */
    void table() {
        List<String> headings = new ArrayList<>(List.of("program"));
        for (int i = 1; i <= outcome.reports().size(); i++) {
            headings.add(String.valueOf(i));
        }
        Table table = new Table(headings, headings.subList(1, headings.size()));
        byProgram().forEach((name, row) -> {
            List<String> cells = new ArrayList<>(List.of(name));
            outcome.reports().forEach(report -> {
                VerifierCost cost = row.get(report.kernel());
                cells.add(cost == null ? "" : number(cost.insnsProcessed()));
            });
            table.add(cells.toArray(String[]::new));
        });
        out.println();
        out.println("  instructions the verifier processed; kernels by the numbers above");
        table.print(out, style);
    }

    /**
     * What changed since the evidence that was kept before: other contents of an object of the same file name, on the
     * same kernel.
     */
    void trend(List<Evidence> before) {
        boolean first = true;
        for (Map.Entry<String, List<BootedCell>> row : outcome.cells().entrySet()) {
            for (BootedCell cell : row.getValue()) {
                Evidence last = last(before, row.getKey(), cell);
                for (BootedProgram program :
                        last == null ? List.<BootedProgram>of() : cell.object().programs()) {
                    String line = last == null ? null : change(last, program, cell.kernel());
                    if (line != null) {
                        if (first) {
                            out.println();
                            first = false;
                        }
                        out.println("  " + Printable.text(outcome.shown(row.getKey()) + ": " + line));
                    }
                }
            }
        }
    }

    private static @Nullable Evidence last(List<Evidence> before, String name, BootedCell cell) {
        Evidence last = null;
        for (Evidence one : before) {
            if (one.kernel().equals(cell.kernel())
                    && !one.object().sha256().equals(cell.object().sha256())
                    && fileName(one.object().name()).equals(fileName(name))
                    && (last == null || one.recorded().isAfter(last.recorded()))) {
                last = one;
            }
        }
        return last;
    }

    private static @Nullable String change(Evidence last, BootedProgram now, String kernel) {
        VerifierCost cost = now.cost();
        for (BootedProgram then : last.object().programs()) {
            VerifierCost old = then.cost();
            if (cost != null
                    && old != null
                    && old.insnsProcessed() > 0
                    && then.name().equals(now.name())) {
                double change = (double) cost.insnsProcessed() / old.insnsProcessed() - 1;
                if (Math.abs(change) >= NOTICED) {
                    return String.format(
                            Locale.ROOT,
                            "%s costs the verifier %s instructions on %s, %+.0f %% since %s",
                            now.name(),
                            number(cost.insnsProcessed()),
                            kernel,
                            100 * change,
                            last.recorded());
                }
            }
        }
        return null;
    }

    private static String fileName(String path) {
        return String.valueOf(Path.of(path).getFileName());
    }

    /** By object and program, then kernel. */
    private Map<String, Map<String, VerifierCost>> byProgram() {
        Map<String, Map<String, VerifierCost>> rows = new LinkedHashMap<>();
        outcome.cells().forEach((name, cells) -> {
            for (BootedCell cell : cells) {
                for (BootedProgram program : cell.object().programs()) {
                    VerifierCost cost = program.cost();
                    if (cost != null && cost.insnsProcessed() >= 0) {
                        rows.computeIfAbsent(outcome.shown(name) + ": " + program.name(), key -> new LinkedHashMap<>())
                                .put(cell.kernel(), cost);
                    }
                }
            }
        });
        return rows;
    }

    /** With spaces between thousands. */
    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', ' ');
    }
}
