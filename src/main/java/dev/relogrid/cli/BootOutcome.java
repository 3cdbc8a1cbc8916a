package dev.relogrid.cli;

import dev.relogrid.vm.BootReport;
import dev.relogrid.vm.BootedObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that came of booting.
 *
 * @param reports one for each kernel that was booted, in their order
 * @param leftOut kernels that were not booted, by id, and why
 * @param cells for each object, in the order of the command line, what became of it on each kernel
 */
record BootOutcome(List<BootReport> reports, Map<String, String> leftOut, Map<String, List<BootedCell>> cells) {

    static BootOutcome of(List<BootReport> reports, Map<String, String> leftOut, List<BootInput> inputs) {
        Map<String, List<BootedCell>> cells = new LinkedHashMap<>();
        for (BootInput input : inputs) {
            Set<String> leftAlone = input.leftAlone();
            List<BootedCell> row = new ArrayList<>();
            for (BootReport report : reports) {
                for (BootedObject object : report.objects()) {
                    if (object.name().equals(input.name())) {
                        row.add(new BootedCell(report.kernel(), object, leftAlone));
                    }
                }
            }
            cells.put(input.name(), row);
        }
        return new BootOutcome(reports, leftOut, cells);
    }

    /** An object's name without the folders that all have in common, for people. */
    String shown(String name) {
        String common = null;
        for (String other : cells.keySet()) {
            String folder = other.substring(0, other.lastIndexOf('/') + 1);
            while (common != null && !folder.startsWith(common)) {
                common = common.substring(0, common.lastIndexOf('/', common.length() - 2) + 1);
            }
            common = common == null ? folder : common;
        }
        return common == null || !name.startsWith(common) ? name : name.substring(common.length());
    }

    /** Whether a kernel has refused something. */
    boolean refused() {
        return any(BootedCell.Word.REFUSED) || any(BootedCell.Word.NOT_OPENED);
    }

    /** Whether some of what was asked has no answer. */
    boolean incomplete() {
        return reports.isEmpty() || !leftOut.isEmpty() || any(BootedCell.Word.NOT_DECIDED);
    }

    private boolean any(BootedCell.Word word) {
        return cells.values().stream().flatMap(List::stream).anyMatch(cell -> cell.word() == word);
    }
}
