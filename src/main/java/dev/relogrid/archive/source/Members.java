package dev.relogrid.archive.source;

import java.io.IOException;
import java.io.InputStream;

/** Takes the plain files of an archive one after another, as they come. */
interface Members {
    /**
     * @param path inside the archive, relative, without {@code ..} and without {@code ./} in front
     * @param content ends where the file ends; need not be read to its end
     */
    void file(String path, InputStream content) throws IOException;

    /** Whether to go on to the next file; asked before the first and after each. */
    default boolean wantsMore() {
        return true;
    }
}
