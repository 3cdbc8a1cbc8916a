package dev.relogrid.cli;

import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.PartRef;
import dev.relogrid.archive.debian.PlannedKernel;
import dev.relogrid.archive.debian.SyncListener;
import dev.relogrid.archive.debian.SyncPlan;
import dev.relogrid.report.look.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells how a sync gets on: on a terminal in one line that changes, with what went wrong above it; else in a line for
 * each kernel.
 */
final class SyncProgress implements SyncListener, AutoCloseable {
    static final String ERASE = "\r\033[K";

    private final PrintWriter err;
    private final @Nullable PrintWriter list;
    private final Terminal terminal;
    private final boolean live;
    private int kernels;
    private int done;
    private long bytes;
    private long fetched;
    private long start;
    private String last = "";

    /** @param list gets the plan, or null when it is to be carried out */
    SyncProgress(PrintWriter err, @Nullable PrintWriter list, Terminal terminal) {
        this.err = err;
        this.list = list;
        this.terminal = terminal;
        this.live = terminal.interactive() && isTerminal();
    }

    /** Stdout being one says nothing about stderr; Linux does, and sync is for Linux. */
    static boolean isTerminal() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void reading(String suite) {
        show("reading the index of " + suite);
    }

    @Override
    public void passedOver(String what, String why) {
        line("relogrid: passed over " + what + ": " + why);
    }

    @Override
    public void planned(SyncPlan plan) {
        kernels = plan.kernels().size();
        bytes = plan.bytes();
        start = System.nanoTime();
        erase();
        if (list != null) {
            plan.kernels().forEach(kernel -> list.println(planned(kernel)));
            list.println(kernels + " kernels to fetch, " + size(bytes) + "; the archive has " + plan.had());
        }
    }

    private static String planned(PlannedKernel kernel) {
        return String.format(
                Locale.ROOT,
                "%9s  %s  %s%s",
                size(kernel.bytes()),
                Printable.text(kernel.id().toString()),
                Printable.text(kernel.version()),
                kernel.withModules() ? "  with modules" : "");
    }

    @Override
    public void fetching(PlannedKernel kernel) {
        show(position(done + 1) + " " + size(fetched) + " of " + size(bytes) + pace() + ": " + kernel.id());
    }

    @Override
    public void fetched(PlannedKernel kernel, long size) {
        fetched += size;
        fetching(kernel);
    }

    @Override
    public void added(PlannedKernel kernel, CatalogEntry entry) {
        done++;
        String id = kernel.id().toString();
        entry.quarantine().forEach(part -> line("relogrid: " + id + ": quarantined " + part));
        if (!live) {
            line(position(done) + " " + id + ": " + describe(entry));
        }
    }

    private static String describe(CatalogEntry entry) {
        PartRef btf = entry.btf();
        return btf == null
                ? "no BTF (" + entry.noBtf() + ")"
                : size(btf.size()) + " of BTF, modules: " + entry.modules().size();
    }

    @Override
    public void incomplete(PlannedKernel kernel, String why) {
        line("relogrid: " + kernel.id() + ": incomplete, " + why);
    }

    @Override
    public void failed(PlannedKernel kernel, String why) {
        done++;
        line("relogrid: " + position(done) + " left out " + kernel.id() + ": " + why);
    }

    private String position(int number) {
        return "[" + Math.min(number, kernels) + "/" + kernels + "]";
    }

    /** What was fetched includes the time to read it, so that the rest can be told from it. */
    private String pace() {
        double seconds = (System.nanoTime() - start) / 1e9;
        if (fetched == 0 || seconds < 1) {
            return "";
        }
        double rate = fetched / seconds;
        long left = (long) (Math.max(0, bytes - fetched) / rate);
        return ", " + size((long) rate) + "/s, " + time(Duration.ofSeconds(left)) + " left";
    }

    private void show(String text) {
        if (live) {
            last = Printable.text(text);
            err.print(ERASE + last.substring(0, Math.min(last.length(), terminal.width() - 1)));
            err.flush();
        }
    }

    private void line(String text) {
        String shown = last;
        erase();
        err.println(Printable.text(text));
        err.flush();
        if (!shown.isEmpty()) {
            show(shown);
        }
    }

    private void erase() {
        if (live && !last.isEmpty()) {
            err.print(ERASE);
            err.flush();
            last = "";
        }
    }

    /** Leaves no half line behind; what comes then is not about progress. */
    @Override
    public void close() {
        erase();
    }

    /** In megabytes of a million bytes, as apt counts. */
    static String size(long bytes) {
        return bytes < 10_000_000_000L
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }

    static String time(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds / 60 % 60);
    }
}
