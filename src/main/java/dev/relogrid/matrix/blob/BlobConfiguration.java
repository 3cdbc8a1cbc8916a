package dev.relogrid.matrix.blob;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which blob store it is: {@code relogrid.blobs}, else a folder beside everything else. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(S3Settings.class)
class BlobConfiguration {

    @Bean
    BlobStore blobs(
            @Value("${relogrid.data}") Path data, @Value("${relogrid.blobs:}") String place, S3Settings settings) {
        return BlobPlace.open(data, place, settings);
    }
}
