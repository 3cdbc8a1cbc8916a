package dev.relogrid.archive.image;

import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The .config a kernel was built with, as text. */
public final class ConfigText {
    /** The largest known has 300 kB. */
    private static final int LARGEST = 8 << 20;

    /** Stands before a config compiled in with CONFIG_IKCONFIG, in gzip (kernel/configs.c). */
    private static final byte[] EMBEDDED = "IKCFG_ST\u001f".getBytes(StandardCharsets.ISO_8859_1);

    private static final int MOST_EMBEDDED = 4;
    private static final byte[] OPTION = "CONFIG_".getBytes(StandardCharsets.US_ASCII);

    private ConfigText() {}

    /**
     * The text of a config file, which may be in gzip as in {@code /proc/config.gz}.
     *
     * @param name what errors call the file
     * @throws MalformedInput when it has no option, or is larger than 8 MiB
     */
    public static byte[] of(String name, byte[] file) {
        byte[] text = file;
        if (Compression.GZIP.beginsAt(file, 0)) {
            try {
                text = gunzip(file, 0);
            } catch (IOException e) {
                throw new MalformedInput(name, 0, "an intact gzip stream", "a damaged one (" + e.getMessage() + ")");
            }
        }
        if (text.length > LARGEST) {
            throw new MalformedInput(name, 0, "a config of at most " + LARGEST + " bytes", "a larger one");
        }
        if (options(text) == 0) {
            throw new MalformedInput(name, 0, "a line CONFIG_NAME=value", "none");
        }
        return text;
    }

    private static byte[] gunzip(byte[] data, int off) throws IOException {
        try (var in = new GZIPInputStream(Budget.stream(data, off, data.length - off))) {
            return in.readNBytes(LARGEST + 1);
        }
    }

    /** The config inside an unpacked kernel, or null when it has none. */
    static byte @Nullable [] embedded(byte[] image) {
        int tries = 0;
        for (int at = 0; at < image.length - EMBEDDED.length && tries < MOST_EMBEDDED; at++) {
            if (image[at] == EMBEDDED[0] && starts(image, at, EMBEDDED)) {
                tries++;
                try {
                    byte[] text = gunzip(image, at + EMBEDDED.length - 1);
                    if (text.length <= LARGEST && options(text) > 0) {
                        return text;
                    }
                } catch (IOException e) {
                    // the words alone, as in the code that looks for them
                }
            }
        }
        return null;
    }

    /** How many options that text sets. */
    public static int options(byte[] text) {
        int options = 0;
        for (int at = 0; at < text.length; at++) {
            boolean atLine = at == 0 || text[at - 1] == '\n';
            options += atLine && starts(text, at, OPTION) ? 1 : 0;
        }
        return options;
    }

    private static boolean starts(byte[] data, int at, byte[] with) {
        return with.length <= data.length - at && Arrays.equals(data, at, at + with.length, with, 0, with.length);
    }
}
