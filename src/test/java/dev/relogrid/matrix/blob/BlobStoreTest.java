package dev.relogrid.matrix.blob;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every blob store promises, asked of each; the object store is another process, reached over HTTP. */
final class BlobStoreTest {
    /** The two kinds there are. */
    enum Kind {
        FOLDER,
        S3
    }

    private static final byte[] BYTES = "some bytes".getBytes(StandardCharsets.UTF_8);
    private static final String NAME = Sha256.of(BYTES);

    @TempDir
    private static Path dir;

    @TempDir
    private Path own;

    private static S3Server s3 = S3Server.none();

    @BeforeAll
    static void startObjectStore() throws IOException {
        s3 = S3Server.start(dir, "objects");
    }

    @AfterAll
    static void endObjectStore() {
        s3.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatWasPutIsThere(Kind kind) {
        BlobStore blobs = store(kind);
        assertFalse(blobs.exists(NAME));
        blobs.putIfAbsent(NAME, BYTES);
        blobs.putIfAbsent(NAME, BYTES);
        assertTrue(blobs.exists(NAME));
        assertArrayEquals(BYTES, blobs.read(NAME));
        assertEquals(List.of(NAME), blobs.list());
        blobs.delete(NAME);
        blobs.delete(NAME);
        assertEquals(List.of(), blobs.list());
    }

    @ParameterizedTest
    @EnumSource
    void missingBlobIsOneSentence(Kind kind) {
        BlobProblem missing = assertThrows(BlobProblem.class, () -> store(kind).read(NAME));
        assertEquals("blob " + NAME + " is missing", missing.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void damagedBlobIsOneSentence(Kind kind) throws IOException {
        BlobStore blobs = store(kind);
        blobs.putIfAbsent(NAME, BYTES);
        Files.writeString(fileOf(kind), "other bits");
        BlobProblem damaged = assertThrows(BlobProblem.class, () -> blobs.read(NAME));
        assertTrue(String.valueOf(damaged.getMessage()).startsWith("blob " + NAME + " is damaged: its 10 bytes have"));
        blobs.delete(NAME);
    }

    @ParameterizedTest
    @EnumSource
    void writersOfTheSameBytesMayRace(Kind kind) throws Exception {
        BlobStore blobs = store(kind);
        byte[] large = new byte[1 << 20];
        String name = Sha256.of(large);
        Callable<Boolean> writer = () -> {
            blobs.putIfAbsent(name, large);
            return blobs.exists(name);
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> each : pool.invokeAll(List.of(writer, writer, writer, writer, writer, writer))) {
                assertTrue(each.get());
            }
        }
        assertArrayEquals(large, blobs.read(name));
        assertEquals(List.of(name), blobs.list());
        blobs.delete(name);
    }

    @ParameterizedTest
    @EnumSource
    void nameThatIsNoDigestIsRefused(Kind kind) {
        assertThrows(IllegalArgumentException.class, () -> store(kind).read("../../etc/passwd"));
    }

    @Test
    void tornFileIsMended() throws IOException {
        BlobStore blobs = store(Kind.FOLDER);
        blobs.putIfAbsent(NAME, BYTES);
        Files.writeString(fileOf(Kind.FOLDER), "some");
        blobs.putIfAbsent(NAME, BYTES);
        assertArrayEquals(BYTES, blobs.read(NAME));
    }

    @Test
    void prefixesShareABucketAndDoNotSeeEachOther() {
        BlobStore one = BlobPlace.open(own, "s3://objects/one/", s3.settings());
        BlobStore other = BlobPlace.open(own, "s3://objects/other", s3.settings());
        one.putIfAbsent(NAME, BYTES);
        assertTrue(one.exists(NAME));
        assertFalse(other.exists(NAME));
        assertEquals(List.of(), other.list());
        one.delete(NAME);
    }

    @Test
    void storeThatIsNotThereIsOneSentence() {
        S3Settings nowhere = new S3Settings("http://127.0.0.1:9", "us-east-1", "key", "secret", true);
        BlobProblem away = assertThrows(
                BlobProblem.class,
                () -> BlobPlace.open(own, "s3://objects", nowhere).read(NAME));
        assertTrue(String.valueOf(away.getMessage()).startsWith("cannot read blob " + NAME + ": "));
    }

    private BlobStore store(Kind kind) {
        String place = kind == Kind.S3 ? "s3://objects/blobs" : "";
        return BlobPlace.open(own, place, s3.settings());
    }

    private Path fileOf(Kind kind) throws IOException {
        try (Stream<Path> files = Files.walk(kind == Kind.S3 ? dir : own)) {
            return files.filter(file -> file.getFileName().toString().equals(NAME))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
