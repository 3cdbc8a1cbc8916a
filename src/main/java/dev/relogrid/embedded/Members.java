package dev.relogrid.embedded;

import java.io.IOException;
import java.io.InputStream;

/** Who is told of an archive's plain files, one after another. */
interface Members {
    /**
     * @param path as the archive has it
     * @param content its bytes, to be read before this returns; what is left is skipped
     * @throws IOException when the archive itself is damaged
     */
    void member(String path, InputStream content) throws IOException;

    /** A member that cannot be unpacked. */
    void unreadable(String path, String why);
}
