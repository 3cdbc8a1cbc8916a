package dev.relogrid.matrix.blob;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which blob store it is. */
@Configuration
class BlobConfiguration {
    @Bean
    BlobStore blobs(@Value("${relogrid.data}") Path data) {
        return new FolderBlobs(data.resolve("blobs"));
    }
}
