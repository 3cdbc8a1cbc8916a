package dev.relogrid.matrix.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code postmaster.pid}, which a PostgreSQL server writes into its data directory: the first line is its process, the
 * fourth its port, the eighth how far it is.
 *
 * @param status {@code starting}, {@code ready}, …; empty early on
 */
record PidFile(long pid, String status) {

    /** Empty where there is none, or none that could be read while it is being written. */
    static Optional<PidFile> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
            long pid = Long.parseLong(lines.getFirst().strip());
            return Optional.of(new PidFile(
                    Math.abs(pid), lines.size() < 8 ? "" : lines.get(7).strip()));
        } catch (IOException | NumberFormatException | java.util.NoSuchElementException e) {
            return Optional.empty();
        }
    }

    boolean isReady() {
        return status.equals("ready");
    }
}
