package dev.relogrid.cli;

import dev.relogrid.vm.BootEnd;
import dev.relogrid.vm.BootListener;
import dev.relogrid.vm.BootReport;
import dev.relogrid.vm.BootedObject;
import dev.relogrid.vm.BootedProgram;
import java.io.PrintWriter;
import java.util.Locale;

/** Tells on stderr how booting gets on: on a terminal in one line that changes, else a line for each boot. */
final class BootProgress implements BootListener, AutoCloseable {
    private final LiveLine line;
    private final int kernels;
    private final int objects;
    private int started;
    private int known;
    private int programs;

    BootProgress(PrintWriter err, Terminal terminal, int kernels, int objects) {
        this.line = new LiveLine(err, terminal);
        this.kernels = kernels;
        this.objects = objects;
    }

    @Override
    public synchronized void started(String kernel) {
        started++;
        show("booting " + kernel);
    }

    @Override
    public synchronized void program(String kernel, String object, BootedProgram program) {
        programs++;
        show(kernel + ": " + object + ": " + program.name());
    }

    @Override
    public synchronized void object(String kernel, BootedObject object) {
        known++;
    }

    @Override
    public synchronized void ended(String kernel, BootReport.Boot boot) {
        if (boot.end() != BootEnd.DONE) {
            line.say("relogrid: " + kernel + ": the guest ended, " + BootWords.of(boot.end())
                    + "; what it had not done is" + " tried in another");
        } else if (!line.isLive()) {
            line.say(String.format(
                    Locale.ROOT,
                    "[%d/%d] %s: %d programs in %.1f s",
                    started,
                    kernels,
                    kernel,
                    boot.programs(),
                    boot.total().toMillis() / 1e3));
        }
    }

    private void show(String what) {
        line.show("[" + started + "/" + kernels + "] " + known + " of " + (long) kernels * objects + " objects, "
                + programs + " programs; " + what);
    }

    @Override
    public synchronized void close() {
        line.close();
    }
}
