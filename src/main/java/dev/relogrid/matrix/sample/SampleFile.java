package dev.relogrid.matrix.sample;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** Objects that come with the program. */
final class SampleFile {
    private SampleFile() {}

    /**
     * What is in it.
     *
     * @param name {@code ctime.bpf.o}
     * @throws FileNotFoundException where none of that name was packed with the program
     */
    static byte[] bytes(String name) throws IOException {
        try (InputStream in = SampleFile.class.getResourceAsStream("/samples/" + name)) {
            if (in == null) {
                throw new FileNotFoundException("samples/" + name);
            }
            return in.readAllBytes();
        }
    }
}
