package dev.relogrid.matrix.postgres;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * How to reach a database.
 *
 * @param url {@code jdbc:postgresql://…}
 */
public record ServerConnection(String url, String user, String password) {

    /** Leaves word for programs that work on the data folder of a running service; readable by its owner only. */
    void write(Path file) throws IOException {
        Cluster.writePrivately(file, "url=" + url + "\nuser=" + user + "\npassword=" + password + "\n");
    }

    /** Empty where no service left word. */
    static Optional<ServerConnection> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties said = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            said.load(reader);
        }
        return Optional.of(new ServerConnection(
                said.getProperty("url", ""), said.getProperty("user", ""), said.getProperty("password", "")));
    }
}
