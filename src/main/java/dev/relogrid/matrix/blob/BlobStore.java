package dev.relogrid.matrix.blob;

import java.util.List;

/**
 * Bytes under their SHA-256, as 64 lower-case hexadecimal digits. What is there never changes; writers of the same bytes
 * may race. Problems of the disk or of the network are a {@link BlobProblem}.
 */
public interface BlobStore {

    /** Keeps the bytes, which are on the disk when this returns; nothing happens when they are there already. */
    void putIfAbsent(String sha256, byte[] bytes);

    /**
     * The bytes, compared with their name.
     *
     * @throws BlobProblem also when they are missing or damaged
     */
    byte[] read(String sha256);

    boolean exists(String sha256);

    /** Every name there is, in order. */
    List<String> list();

    /** Nothing happens where there is none. */
    void delete(String sha256);
}
