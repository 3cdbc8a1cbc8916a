package dev.relogrid.cli;

import dev.relogrid.report.look.Printable;
import dev.relogrid.report.look.Style;
import dev.relogrid.vm.agreement.Cell;
import java.util.ArrayList;
import java.util.List;

/** What booted kernels said to an object of a check, and loudly where that is not what was said without booting them. */
record CheckBootText(Style style) {
    List<String> lines(CheckedObject object) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("  " + style.bold("booted " + BootText.count(object.booted().size(), "kernel")));
        for (BootedCheck check : object.booted()) {
            lines.add("  " + line(check));
            for (Cell cell : check.disputed()) {
                lines.add("      "
                        + style.red(Printable.text(cell.program().name() + ": said "
                                + cell.said().word() + (cell.why().isEmpty() ? "" : " (" + cell.why() + ")") + "; it "
                                + did(cell))));
            }
        }
        return lines;
    }

    private static String did(Cell cell) {
        return switch (cell.program().outcome()) {
            case LOADED -> "loads";
            default ->
                "is refused by " + BootWords.of(cell.program().stage()) + ": "
                        + cell.program().reason();
        };
    }

    private String line(BootedCheck check) {
        String word = check.cell().text();
        String text = Printable.text(check.cell().kernel()) + "  ";
        return switch (check.cell().word()) {
                    case LOADS -> style.green(style.sign("\u2713\u1d5b", "+v") + " " + word);
                    case REFUSED, NOT_OPENED -> style.red(style.sign("\u2717\u1d5b", "xv") + " " + word);
                    case NOT_DECIDED -> style.yellow("?  " + word);
                }
                + "  " + text
                + (check.isDisputed() ? style.red(style.bold(check.comparison())) : style.faint(check.comparison()));
    }
}
