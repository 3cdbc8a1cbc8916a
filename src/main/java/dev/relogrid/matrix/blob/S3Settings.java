package dev.relogrid.matrix.blob;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to reach an object store that speaks S3, {@code relogrid.s3.*}.
 *
 * @param endpoint where it is, such as {@code http://127.0.0.1:9000}; empty for Amazon's own
 * @param region what requests are signed for; stores of one's own mostly take any
 * @param accessKey empty to look where Amazon's tools look: the environment, a profile, the machine's role
 * @param secretKey goes with {@code accessKey}
 * @param pathStyle whether the bucket is part of the path and not of the host's name
 */
@ConfigurationProperties("relogrid.s3")
public record S3Settings(
        @DefaultValue("") String endpoint,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey,
        @DefaultValue("true") boolean pathStyle) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "S3Settings[endpoint=" + endpoint + ", region=" + region + ", accessKey=" + accessKey + "]";
    }
}
