package dev.relogrid.cli;

import dev.relogrid.report.look.Printable;
import dev.relogrid.report.look.Style;
import dev.relogrid.vm.BootedProgram;
import dev.relogrid.vm.BootedProgram.Attached;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came of attaching what loads: in the guest many things are not there that programs attach to, so it is no verdict. */
record BootAttached(Style style, PrintWriter out) {
    void print(BootOutcome outcome) {
        Map<String, List<BootedCell>> cells = outcome.cells();
        int attached = 0;
        Map<String, Integer> failed = new LinkedHashMap<>();
        for (Map.Entry<String, List<BootedCell>> row : cells.entrySet()) {
            for (BootedCell cell : row.getValue()) {
                for (BootedProgram program : cell.object().programs()) {
                    Attached result = program.attached();
                    if (result != null && result.errno() == 0) {
                        attached++;
                    } else if (result != null) {
                        String why = result.said().isEmpty() ? ErrnoName.of(result.errno()) : result.said();
                        failed.merge(outcome.shown(row.getKey()) + ": " + program.name() + ": " + why, 1, Integer::sum);
                    }
                }
            }
        }
        out.println();
        out.println("  attached " + BootText.count(attached, "time") + ", not attached: "
                + BootText.count(failed.size(), "program"));
        failed.forEach((what, kernels) ->
                out.println("    " + Printable.text(what) + " (" + BootText.count(kernels, "kernel") + ")"));
    }
}
