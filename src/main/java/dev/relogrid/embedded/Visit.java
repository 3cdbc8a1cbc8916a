package dev.relogrid.embedded;

import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** One file, looked into as deep as it goes. */
final class Visit {
    /** Between two parts of an initramfs, which are padded to no more than a page. */
    private static final int MOST_ZEROS = 1 << 20;

    private final Basket basket;
    private final Meter meter;
    private final Limits limits;

    Visit(Basket basket, Meter meter) {
        this.basket = basket;
        this.meter = meter;
        this.limits = meter.limits();
    }

    /**
     * Looks into what {@code raw} holds.
     *
     * @param layers how many archives and compressions it lies in
     * @return what it was taken for
     * @throws IOException when it is damaged
     * @throws MalformedInput likewise
     * @throws Exceeded when nothing more may be looked at
     */
    String into(String name, InputStream raw, int layers) throws IOException {
        PushbackInputStream in = new PushbackInputStream(raw, Kind.HEAD);
        byte[] head = in.readNBytes(Kind.HEAD);
        in.unread(head);
        Packing packing = Packing.of(head);
        if (packing != null) {
            return unpacked(name, in, packing, layers);
        }
        Kind kind = Kind.of(head);
        switch (kind) {
            case EMPTY -> basket.countFile();
            case OBJECT -> object(name, in);
            case ELF, OTHER -> scan(name, in);
            case THIN_AR ->
                throw new MalformedInput(
                        "ar header", 0, "an archive that holds its members", "a thin one, which only names them");
            default -> {
                return archive(name, in, kind, layers);
            }
        }
        return kind.words(head);
    }

    private String unpacked(String name, InputStream in, Packing packing, int layers) throws IOException {
        deeper(layers);
        try (InputStream content = packing.open(in)) {
            return into(name, Metered.inside(content, meter), layers + 1) + " (" + packing.word() + ")";
        }
    }

    private void deeper(int layers) {
        if (layers >= limits.layers()) {
            throw new MalformedInput(
                    "archive", 0, "at most " + limits.layers() + " archives and compressions in one another", "more");
        }
    }

    private void object(String name, InputStream in) throws IOException {
        byte[] content = in.readNBytes(limits.largestObject() + 1);
        if (content.length > limits.largestObject()) {
            throw new MalformedInput("eBPF object", 0, "at most " + limits.largestObject() + " bytes", "a larger one");
        }
        basket.add(name, content);
        basket.countFile();
    }

    private void scan(String name, InputStream in) throws IOException {
        Scan scan = new Scan(in, limits.largestObject());
        scan.read(object -> basket.add(name + "#" + ProgramName.of(object), object));
        basket.countFile();
        if (scan.leadingNowhere() > 0) {
            basket.note(name + ": " + scan.leadingNowhere()
                    + " headers of eBPF objects lead out of the file and are passed over");
        }
    }

    private String archive(String name, PushbackInputStream in, Kind kind, int layers) throws IOException {
        deeper(layers);
        int before = basket.files();
        Inside inside = new Inside(this, name, layers + 1);
        switch (kind) {
            case AR -> ArMembers.read(in, inside);
            case TAR -> TarMembers.read(in, inside);
            case ZIP -> ZipMembers.read(in, inside);
            case RPM -> {
                RpmPayload.skipTo(in);
                into(name, in, layers + 1);
            }
            default -> {
                CpioMembers.read(in, inside);
                behind(name, in, layers + 1);
            }
        }
        return (inside.isDebian() ? "a Debian package" : kind.words()) + " of " + Basket.files(basket.files() - before);
    }

    /** An initramfs is one cpio behind another, each compressed or not, with zeros in between. */
    private void behind(String name, PushbackInputStream in, int layers) throws IOException {
        int next = in.read();
        for (int zeros = 0; next == 0 && zeros < MOST_ZEROS; zeros++) {
            next = in.read();
        }
        if (next > 0) {
            in.unread(next);
            into(name, in, layers);
        }
    }

    /** A member of an archive. What is wrong with it alone is kept, and the archive goes on. */
    void member(String name, InputStream content, int layers) throws IOException {
        Metered in = Metered.inside(content, meter);
        try {
            into(name, in, layers);
        } catch (MalformedInput | IOException e) {
            if (in.failed()) {
                throw e;
            }
            unopened(name, Trouble.clause(e));
        }
    }

    void unopened(String name, String why) {
        basket.unopened(name, why);
    }
}
