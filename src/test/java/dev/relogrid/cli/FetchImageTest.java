package dev.relogrid.cli;

import static dev.relogrid.cli.BootableCorpus.BOOKWORM;
import static dev.relogrid.cli.BootableCorpus.BULLSEYE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.KernelId;
import dev.relogrid.archive.images.KernelImages;
import dev.relogrid.archive.images.StoredImage;
import dev.relogrid.cli.BootableCorpus.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code relogrid archive fetch-image} from the outside, with the mirror this machine's apt has. */
final class FetchImageTest {
    @TempDir
    private Path dir = Path.of("");

    private Run fetch(String... words) {
        List<String> all = new ArrayList<>(List.of("archive", "fetch-image"));
        all.addAll(List.of(words));
        all.addAll(List.of("--work", dir.resolve("work").toString()));
        return new BootableCorpus(dir).run(all.toArray(String[]::new));
    }

    /** One small package of 27 MB, and 10 MB of index; of a suite that gets no newer kernels any more. */
    @Test
    void anImageIsFetchedOnceAndAgainWhenItIsDamaged() throws IOException {
        Run first = fetch(BOOKWORM);
        assertEquals(0, first.code(), first.err());
        assertTrue(first.out().startsWith("fetched 1, had 0, failed 0; "), first.out());
        assertTrue(first.err().startsWith("[1/1] " + BOOKWORM + ": vmlinux, modules: "), first.err());
        KernelImages images = KernelImages.open(dir.resolve("images"));
        StoredImage image = Objects.requireNonNull(images.find(KernelId.of(BOOKWORM)));
        assertTrue(image.modules().containsKey("nf_conntrack"), image.modules()::toString);
        assertTrue(image.insertionOrder(List.of("nf_nat")).size() > 1);
        assertTrue(image.packageName().startsWith("linux-image-"), image::packageName);
        assertEquals(List.of(), files(dir.resolve("work/packages")));

        Run second = fetch(BOOKWORM);
        assertEquals("fetched 0, had 1, failed 0; ", second.out().substring(0, 28));

        Files.delete(image.image());
        Run again = fetch(BOOKWORM, "--modules", "none");
        assertTrue(
                again.err().startsWith("relogrid: " + BOOKWORM + ": its vmlinux is missing; it is fetched again\n"),
                again.err());
        assertTrue(again.out().startsWith("fetched 1, "), again.out());
        assertEquals(0, modules(images));
    }

    private static int modules(KernelImages images) {
        StoredImage image = Objects.requireNonNull(images.find(KernelId.of(BOOKWORM)));
        return image.modules().size();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void whatCannotBeHadIsSaidPlainly() {
        Run s390x = fetch("sid/s390x");
        assertEquals(2, s390x.code());
        assertTrue(
                s390x.err().contains("only amd64 and arm64 kernels can be booted, and debian/sid/s390x/"), s390x.err());
        assertTrue(s390x.out().startsWith("fetched 0, had 0, failed 1; "), s390x.out());
        assertEquals(2, fetch().code());
        assertEquals(2, fetch("nosuchkernel").code());
        assertEquals(2, fetch(BULLSEYE, "--config", "x").code());
        Run bare = fetch("--from", "pom.xml", "not-an-id");
        assertEquals(2, bare.code());
        assertTrue(bare.err().contains("is not a kernel id"), bare.err());
        Run noKernel = fetch("--from", "pom.xml", BOOKWORM);
        assertEquals(2, noKernel.code());
        assertTrue(noKernel.err().startsWith("relogrid: pom.xml at offset 0x0: expected "), noKernel.err());
    }

    @Test
    void imagesAreListedAndDropped() {
        BootableCorpus corpus = new BootableCorpus(dir).with(BOOKWORM);
        Run list = corpus.run("archive", "fetch-image", "--list");
        assertTrue(list.out().startsWith(BOOKWORM + ": vmlinux, config, modules: "), list.out());
        assertTrue(list.out().contains("\n1 images, "), list.out());
        assertEquals(0, corpus.run("archive", "fetch-image", "--drop", BOOKWORM).code());
        Run twice = corpus.run("archive", "fetch-image", "--drop", BOOKWORM);
        assertEquals(2, twice.code());
        assertEquals("relogrid: there is no image of " + BOOKWORM + "\n", twice.err());
        assertTrue(corpus.run("archive", "fetch-image", "--list").out().startsWith("0 images, 0.0 MB in "));
    }
}
