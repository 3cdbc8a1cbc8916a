package dev.relogrid.cli;

import dev.relogrid.vm.BootReport;
import dev.relogrid.vm.BootReport.Boot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long booting took: what a boot costs before its first verdict, and what each further program adds. */
final class BootTimes {
    private final List<BootReport> reports;

    BootTimes(List<BootReport> reports) {
        this.reports = reports;
    }

    private List<Boot> boots() {
        return reports.stream().flatMap(report -> report.boots().stream()).toList();
    }

    /** From starting QEMU to the first verdict, in seconds; negative when there was none. */
    double medianToVerdict() {
        List<Duration> times = new ArrayList<>();
        for (Boot boot : boots()) {
            Duration time = boot.untilVerdict();
            if (time != null) {
                times.add(time);
            }
        }
        times.sort(null);
        return times.isEmpty() ? -1 : times.get(times.size() / 2).toMillis() / 1e3;
    }

    /** Milliseconds that a program took beyond the first of its boot; negative when there was none. */
    double perProgram() {
        long millis = 0;
        long programs = 0;
        for (Boot boot : boots()) {
            Duration first = boot.untilVerdict();
            if (first != null && boot.programs() > 1) {
                millis += boot.total().minus(first).toMillis();
                programs += boot.programs() - 1;
            }
        }
        return programs == 0 ? -1 : (double) millis / programs;
    }

    String sentence(Path evidence) {
        double verdict = medianToVerdict();
        double program = perProgram();
        return BootText.count(boots().size(), "boot")
                + (verdict < 0 ? "" : String.format(Locale.ROOT, ", %.1f s to the first verdict (median)", verdict))
                + (program < 0 ? "" : String.format(Locale.ROOT, ", %.0f ms for each further program", program))
                + "; evidence in " + evidence;
    }
}
