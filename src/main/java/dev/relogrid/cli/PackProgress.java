package dev.relogrid.cli;

import dev.relogrid.archive.Packing;
import java.io.PrintWriter;

/** Tells how far packing is, in one line that changes; only on a terminal. May be told by several threads at once. */
final class PackProgress implements Packing.Progress, AutoCloseable {
    private final PrintWriter err;
    private final int width;
    private final boolean live;
    private boolean shown;

    PackProgress(PrintWriter err, Terminal terminal) {
        this.err = err;
        this.width = terminal.width();
        this.live = terminal.interactive() && SyncProgress.isTerminal();
    }

    @Override
    public synchronized void at(String step, int done, int all) {
        if (live) {
            String text = step + " " + done + " of " + all + " kernels";
            err.print(SyncProgress.ERASE + text.substring(0, Math.min(text.length(), width - 1)));
            err.flush();
            shown = true;
        }
    }

    @Override
    public synchronized void close() {
        if (shown) {
            err.print(SyncProgress.ERASE);
            err.flush();
        }
    }
}
