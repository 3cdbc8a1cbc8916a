package dev.relogrid.matrix.backup;

import dev.relogrid.matrix.blob.BlobStore;
import dev.relogrid.matrix.postgres.ServerConnection;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a service keeps things.
 *
 * @param archive the folder of kernels; null where the service uses one that is not its own
 */
public record Kept(
        ServerConnection database,
        BlobStore blobs,
        @Nullable Path archive) {}
