package dev.relogrid.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** One line about each code of a cause: the table of docs/verdicts, as it was when the program was built. */
public final class CauseMeanings {
    private static final String TABLE = "causes.tsv";

    private static final List<CauseMeaning> ALL = read();

    private CauseMeanings() {}

    /** In the order of the table. */
    public static List<CauseMeaning> all() {
        return ALL;
    }

    private static List<CauseMeaning> read() {
        try (InputStream in = Objects.requireNonNull(CauseMeanings.class.getResourceAsStream(TABLE), TABLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new CauseMeaning(cells[0], cells[1], cells[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
