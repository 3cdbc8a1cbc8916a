package dev.relogrid.cli;

import dev.relogrid.report.look.Printable;
import dev.relogrid.report.look.Style;
import dev.relogrid.vm.BootedProgram;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** What came of booting, for people: the headline, objects by kernels, what was refused and why, what is not decided. */
final class BootText {
    private static final int MOST_NAMES = 6;

    private final Style style;
    private final PrintWriter out;
    private final int memory;

    /** @param memory MiB that guests had */
    BootText(Style style, PrintWriter out, int memory) {
        this.style = style;
        this.out = out;
        this.memory = memory;
    }

    void print(BootOutcome outcome) {
        out.println(headline(outcome));
        if (!outcome.reports().isEmpty()) {
            out.println();
            new BootGrid(style, outcome).lines().forEach(out::println);
        }
        refusals(outcome);
        leftAlone(outcome);
        undecided(outcome);
        if (!outcome.leftOut().isEmpty()) {
            out.println();
            outcome.leftOut()
                    .forEach((id, why) -> out.println(
                            "  " + style.faint("not booted: ") + Printable.text(id) + ": " + Printable.text(why)));
        }
    }

    private String headline(BootOutcome outcome) {
        int kernels = outcome.reports().size();
        if (kernels == 0) {
            return "nothing was booted";
        }
        int everywhere = 0;
        int somewhere = 0;
        for (List<BootedCell> row : outcome.cells().values()) {
            everywhere += row.stream().allMatch(cell -> cell.word() == BootedCell.Word.LOADS) ? 1 : 0;
            somewhere += row.stream().anyMatch(BootText::isRefusal) ? 1 : 0;
        }
        int others = outcome.cells().size() - everywhere - somewhere;
        List<String> parts = new ArrayList<>();
        if (everywhere > 0) {
            parts.add(style.green(everywhere + " load" + (everywhere == 1 ? "s" : "")
                    + (kernels == 1 ? "" : everywhere == 1 ? " on each" : " on all")));
        }
        if (somewhere > 0) {
            parts.add(style.red(
                    somewhere + (somewhere == 1 ? " is" : " are") + " refused" + (kernels == 1 ? "" : " somewhere")));
        }
        if (others > 0) {
            parts.add(style.yellow(others + " not decided"));
        }
        return style.bold(count(outcome.cells().size(), "object") + " booted on " + count(kernels, "kernel")) + ": "
                + String.join(", ", parts);
    }

    private static boolean isRefusal(BootedCell cell) {
        return cell.word() == BootedCell.Word.REFUSED || cell.word() == BootedCell.Word.NOT_OPENED;
    }

    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private void refusals(BootOutcome outcome) {
        for (BootedRefusal refusal : BootedRefusal.of(outcome)) {
            out.println();
            out.println("  " + style.red(style.sign("\u2717", "x") + " " + Printable.text(refusal.reason())));
            out.println(
                    "    " + refusal.place() + "; " + count(refusal.programs().size(), "program") + " on "
                            + count(refusal.kernels().size(), "kernel"));
            names(List.copyOf(refusal.programs()));
            out.println("    on " + Printable.text(some(List.copyOf(refusal.kernels()))));
            String source = refusal.sourceLine();
            if (source != null) {
                out.println("    source  " + Printable.text(source));
            }
            for (String line : refusal.lastLines()) {
                out.println("    " + style.faint("| " + Printable.text(line)));
            }
        }
        outcome.cells().forEach((name, cells) -> {
            for (BootedCell cell : cells) {
                if (cell.word() == BootedCell.Word.NOT_OPENED) {
                    out.println();
                    out.println("  "
                            + style.red(style.sign("\u2717", "x") + " " + Printable.text(outcome.shown(name))
                                    + ": libbpf does not open it ("
                                    + ErrnoName.of(cell.object().openErrno()) + ")"));
                    cell.object()
                            .openSaid()
                            .lines()
                            .limit(MOST_NAMES)
                            .forEach(line -> out.println("    " + style.faint("| " + Printable.text(line))));
                    return; // it is the same on all kernels
                }
            }
        });
    }

    private void names(List<String> programs) {
        List<String> shown = programs.size() <= MOST_NAMES ? programs : programs.subList(0, MOST_NAMES);
        shown.forEach(program -> out.println("    " + Printable.text(program)));
        if (programs.size() > shown.size()) {
            out.println("    and " + (programs.size() - shown.size()) + " more");
        }
    }

    private static String some(List<String> ids) {
        return ids.size() <= 3
                ? String.join(", ", ids)
                : ids.getFirst() + " to " + ids.getLast() + " (" + ids.size() + ")";
    }

    /** Programs that only load when a loader says so are no reason to call an object refused. */
    private void leftAlone(BootOutcome outcome) {
        outcome.cells().forEach((name, cells) -> {
            long refused = cells.stream()
                    .flatMap(cell -> cell.object().programs().stream().filter(program -> !cell.isCounted(program)))
                    .filter(program -> program.outcome() != BootedProgram.Outcome.LOADED)
                    .map(BootedProgram::name)
                    .distinct()
                    .count();
            if (refused > 0) {
                out.println();
                out.println("  "
                        + style.faint(Printable.text(outcome.shown(name)) + ": " + count(refused, "program")
                                + " that no loader loads unless told to would be refused somewhere"));
            }
        });
    }

    private void undecided(BootOutcome outcome) {
        boolean first = true;
        for (List<BootedCell> cells : outcome.cells().values()) {
            for (BootedCell cell : cells) {
                for (String line : reasons(outcome.shown(cell.object().name()), cell)) {
                    if (first) {
                        out.println();
                        first = false;
                    }
                    out.println("  " + style.yellow("? not decided") + "  " + Printable.text(line));
                }
            }
        }
    }

    private List<String> reasons(String name, BootedCell cell) {
        List<String> reasons = new ArrayList<>();
        String where = name + " on " + cell.kernel();
        if (cell.object().fault().isFault()) {
            reasons.add(where + ": the guest ended twice under it, "
                    + BootWords.of(cell.object().fault()));
        }
        for (BootedProgram program : cell.undecided()) {
            boolean maps = program.outcome() == BootedProgram.Outcome.LIBBPF_FAILED
                    || program.outcome() == BootedProgram.Outcome.REJECTED;
            reasons.add(where + ": " + program.name() + ": "
                    + (maps ? "its maps need more memory than the guest's " + memory + " MB" : program.reason()));
        }
        return reasons;
    }
}
