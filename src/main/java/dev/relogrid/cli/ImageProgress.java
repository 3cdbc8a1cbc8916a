package dev.relogrid.cli;

import dev.relogrid.archive.KernelId;
import dev.relogrid.archive.debian.ImageListener;
import dev.relogrid.archive.images.StoredImage;
import java.io.PrintWriter;

/** Tells on stderr how the fetching of images gets on: on a terminal in one line that changes, else a line for each. */
final class ImageProgress implements ImageListener, AutoCloseable {
    private final LiveLine line;
    private int kernels;
    private int done;
    private long all;
    private long fetched;

    ImageProgress(PrintWriter err, Terminal terminal) {
        this.line = new LiveLine(err, terminal);
    }

    @Override
    public void reading(String suite) {
        line.show("looking for images: reading the index of " + suite);
    }

    @Override
    public void planned(int count, long bytes) {
        kernels = count;
        all = bytes;
    }

    @Override
    public void fetching(KernelId id, long bytes) {
        fetched += bytes;
        line.show(position() + " fetching " + SyncProgress.size(bytes) + " for " + id);
    }

    @Override
    public void unpacking(KernelId id) {
        line.show(
                position() + " unpacking " + id + "; " + SyncProgress.size(fetched) + " of " + SyncProgress.size(all));
    }

    @Override
    public void stored(StoredImage image) {
        if (!line.isLive()) {
            line.say(position() + " " + image.id() + ": " + image.image().getFileName() + ", modules: "
                    + image.modules().size());
        }
        done++;
    }

    @Override
    public void lacking(KernelId id, String what) {
        line.say("relogrid: " + id + ": " + what);
    }

    @Override
    public void failed(KernelId id, String why) {
        line.say("relogrid: no image of " + id + ": " + why);
    }

    private String position() {
        return "[" + Math.min(done + 1, kernels) + "/" + kernels + "]";
    }

    @Override
    public void close() {
        line.close();
    }
}
