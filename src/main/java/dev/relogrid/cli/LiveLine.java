package dev.relogrid.cli;

import dev.relogrid.report.look.Printable;
import java.io.PrintWriter;

/** The last line of a terminal, which changes, with sentences above it that stay; elsewhere the sentences alone. */
final class LiveLine implements AutoCloseable {
    private final PrintWriter err;
    private final int width;
    private final boolean live;
    private String last = "";

    LiveLine(PrintWriter err, Terminal terminal) {
        this.err = err;
        this.width = terminal.width();
        this.live = terminal.interactive() && SyncProgress.isTerminal();
    }

    boolean isLive() {
        return live;
    }

    synchronized void show(String text) {
        if (live) {
            last = Printable.text(text);
            err.print(SyncProgress.ERASE + last.substring(0, Math.min(last.length(), width - 1)));
            err.flush();
        }
    }

    synchronized void say(String sentence) {
        String shown = last;
        close();
        err.println(Printable.text(sentence));
        err.flush();
        if (!shown.isEmpty()) {
            show(shown);
        }
    }

    /** Leaves no half line behind. */
    @Override
    public synchronized void close() {
        if (live && !last.isEmpty()) {
            err.print(SyncProgress.ERASE);
            err.flush();
            last = "";
        }
    }
}
