package dev.relogrid.matrix.blob;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Blobs as objects of an S3 bucket, {@code prefix/abcd…}; any store that speaks the protocol will do. */
final class S3Blobs implements BlobStore, AutoCloseable {
    private static final int PRECONDITION_FAILED = 412;
    private static final int CONFLICT = 409;

    private final S3Client client;
    private final String bucket;
    private final String prefix;

    /** @param place {@code s3://bucket} or {@code s3://bucket/prefix} */
    S3Blobs(URI place, S3Settings settings) {
        if (!"s3".equals(place.getScheme()) || place.getAuthority() == null) {
            throw new IllegalArgumentException("relogrid.blobs is a folder or s3://bucket/prefix, not " + place);
        }
        this.bucket = place.getAuthority();
        String path = place.getPath().replaceAll("^/+|/+$", "");
        this.prefix = path.isEmpty() ? "" : path + "/";
        this.client = client(settings);
    }

    /** Checksums of the transport are left out where they can be: names are checksums, and some stores refuse them. */
    private static S3Client client(S3Settings settings) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.of(settings.region()))
                .forcePathStyle(settings.pathStyle())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        if (!settings.endpoint().isEmpty()) {
            builder.endpointOverride(URI.create(settings.endpoint()));
        }
        if (!settings.accessKey().isEmpty()) {
            builder.credentialsProvider(StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())));
        }
        return builder.build();
    }

    @Override
    public void putIfAbsent(String sha256, byte[] bytes) {
        if (exists(sha256)) {
            return;
        }
        boolean _ = told("cannot write blob " + sha256, () -> {
            try {
                client.putObject(
                        request -> request.bucket(bucket).key(key(sha256)).ifNoneMatch("*"),
                        RequestBody.fromBytes(bytes));
                return true;
            } catch (S3Exception e) {
                // somebody else was quicker, or our own request that was sent again
                if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT && exists(sha256)) {
                    return false;
                }
                throw e;
            }
        });
    }

    @Override
    public byte[] read(String sha256) {
        byte[] bytes = told("cannot read blob " + sha256, () -> {
            try {
                return client.getObjectAsBytes(request -> request.bucket(bucket).key(key(sha256)))
                        .asByteArray();
            } catch (NoSuchKeyException e) {
                throw new BlobProblem("blob " + sha256 + " is missing");
            }
        });
        return BlobName.verified(sha256, bytes);
    }

    @Override
    public boolean exists(String sha256) {
        return told("cannot ask for blob " + sha256, () -> {
            try {
                client.headObject(request -> request.bucket(bucket).key(key(sha256)));
                return true;
            } catch (NoSuchKeyException e) {
                return false;
            }
        });
    }

    @Override
    public List<String> list() {
        return told(
                "cannot list the blobs in " + bucket,
                () ->
                        client
                                .listObjectsV2Paginator(
                                        request -> request.bucket(bucket).prefix(prefix))
                                .contents()
                                .stream()
                                .map(S3Object::key)
                                .map(key -> key.substring(prefix.length()))
                                .filter(BlobName::isOne)
                                .sorted()
                                .toList());
    }

    @Override
    public void delete(String sha256) {
        told(
                "cannot delete blob " + sha256,
                () -> client.deleteObject(request -> request.bucket(bucket).key(key(sha256))));
    }

    private String key(String sha256) {
        return prefix + BlobName.checked(sha256);
    }

    private static <T> T told(String what, Supplier<T> work) {
        try {
            return work.get();
        } catch (SdkException e) {
            throw new BlobProblem(what, e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
