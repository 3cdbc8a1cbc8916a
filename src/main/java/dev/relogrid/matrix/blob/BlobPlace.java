package dev.relogrid.matrix.blob;

import java.net.URI;
import java.nio.file.Path;

/** Where the blobs are, in the words of {@code relogrid.blobs}. */
public final class BlobPlace {
    private BlobPlace() {}

    /**
     * Opens the store; one in an object store is {@link AutoCloseable}.
     *
     * @param data the service's data folder
     * @param place {@code s3://bucket/prefix}, a folder, or empty for {@code blobs} in {@code data}
     */
    public static BlobStore open(Path data, String place, S3Settings settings) {
        if (place.startsWith("s3:")) {
            return new S3Blobs(URI.create(place), settings);
        }
        return new FolderBlobs(place.isBlank() ? data.resolve("blobs") : Path.of(place));
    }
}
