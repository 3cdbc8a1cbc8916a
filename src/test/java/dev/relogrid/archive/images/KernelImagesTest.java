package dev.relogrid.archive.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.KernelId;
import dev.relogrid.archive.source.ModuleChoice;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KernelImagesTest {
    @TempDir
    private Path dir = Path.of("");

    private KernelImages images() {
        return KernelImages.open(dir.resolve("images"));
    }

    private StoredImage fromPackage(String suiteAndArch) throws IOException, InterruptedException {
        Path deb =
                SampleImages.deb(SampleImages.tree(dir.resolve("tree"), suiteAndArch), dir.resolve("linux-image.deb"));
        try (ImageDraft draft = images().begin(SampleImages.id(suiteAndArch), ModuleChoice.SOME)) {
            PackagedImage.read(List.of(deb), draft);
            return draft.finish();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bullseye/amd64, vmlinux, 7f454c46",
        "bookworm/amd64, vmlinux, 7f454c46",
        "trixie/amd64, vmlinux, 7f454c46",
        "bookworm/arm64, Image, 4d5a"
    })
    void aKernelOfEveryKindComesOutOfItsPackage(String suiteAndArch, String form, String magic) throws Exception {
        StoredImage image = fromPackage(suiteAndArch);

        assertEquals(form, image.image().getFileName().toString());
        byte[] first = Arrays.copyOf(Files.readAllBytes(image.image()), magic.length() / 2);
        assertEquals(magic, HexFormat.of().formatHex(first));
        Path config = Objects.requireNonNull(image.config());
        assertArrayEquals(
                Files.readAllBytes(SampleImages.corpus(suiteAndArch).resolve("config")), Files.readAllBytes(config));
        assertEquals("linux-image-test", image.packageName());
        assertEquals("6.1-1", image.version());
        assertNull(image.damage());
        assertEquals(
                SampleImages.list(SampleImages.corpus(suiteAndArch).resolve("modules"))
                        .size(),
                image.modules().size());
        List<String> nat = image.insertionOrder(List.of("nf_flow_table", "xfs", "nf-conntrack")).stream()
                .map(file -> file.getFileName().toString())
                .toList();
        assertTrue(nat.indexOf("nf_conntrack.ko") < nat.indexOf("nf_flow_table.ko"), nat::toString);
        assertEquals(nat.stream().distinct().toList(), nat);
    }

    @Test
    void itIsFoundListedAndRemoved() throws Exception {
        KernelId id = SampleImages.id("bookworm/amd64");
        assertNull(images().find(id));
        assertEquals(List.of(), images().list());

        fromPackage("bookworm/amd64");

        assertNotNull(images().find(id));
        assertEquals(List.of(id), images().list().stream().map(StoredImage::id).toList());
        assertEquals(List.of(dir.resolve("images/debian")), SampleImages.list(dir.resolve("images")));
        assertTrue(images().remove(id));
        assertNull(images().find(id));
        assertEquals(List.of(), SampleImages.list(dir.resolve("images")));
        assertTrue(!images().remove(id), "it is gone");
    }

    @Test
    void damageIsNoticedAndNamed() throws Exception {
        StoredImage image = fromPackage("bookworm/amd64");
        byte[] bytes = Files.readAllBytes(image.image());
        bytes[bytes.length / 2] ^= 1;
        Files.write(image.image(), bytes);
        assertEquals("its vmlinux is not what was written there", image.damage());

        Files.delete(image.image());
        assertEquals("its vmlinux is missing", image.damage());

        Path json = image.image().resolveSibling("image.json");
        Files.writeString(json, Files.readString(json).replace("\"modules/veth.ko\"", "\"../veth.ko\""));
        var e = assertThrows(MalformedInput.class, () -> images().find(image.id()));
        assertEquals("names of files in this folder", e.expected());
    }

    @Test
    void whatIsHalfIsNotThereAndGoes() throws Exception {
        KernelId id = SampleImages.id("bookworm/amd64");
        Path vmlinuz = SampleImages.corpus("bookworm/amd64").resolve("vmlinuz");
        try (ImageDraft draft = images().begin(id, ModuleChoice.SOME)) {
            draft.image("vmlinuz", Files.readAllBytes(vmlinuz));
            assertNull(images().find(id));
            assertEquals(1, SampleImages.list(dir.resolve("images")).size());
        }
        assertEquals(List.of(), SampleImages.list(dir.resolve("images")));

        Files.createDirectories(dir.resolve("images/.tmp-killed/aside"));
        assertEquals(List.of(), images().list());
        try (KernelImages.Lock _ = images().lock()) {
            assertEquals(List.of(dir.resolve("images/.lock")), SampleImages.list(dir.resolve("images")));
            var e = assertThrows(ArchiveProblem.class, () -> images().lock());
            assertTrue(String.valueOf(e.getMessage()).startsWith("another process fetches images"), e::getMessage);
        }
    }

    @Test
    void onlyTwoArchitecturesCanBeBooted() {
        var e = assertThrows(
                ArchiveProblem.class,
                () -> images().begin(KernelId.of("debian/sid/s390x/7.2.13-s390x"), ModuleChoice.NONE));
        assertEquals(
                "only amd64 and arm64 kernels can be booted, and debian/sid/s390x/7.2.13-s390x is s390x",
                e.getMessage());
    }

    @Test
    void anotherArchitecturesKernelIsRefused() throws Exception {
        KernelId id = SampleImages.id("bookworm/amd64");
        for (String other : List.of("bookworm/arm64", "sid/s390x")) {
            byte[] image = Files.readAllBytes(SampleImages.corpus(other).resolve("vmlinuz"));
            try (ImageDraft draft = images().begin(id, ModuleChoice.NONE)) {
                var e = assertThrows(MalformedInput.class, () -> draft.image("vmlinuz", image));
                assertEquals("a kernel for amd64", e.expected());
            }
        }
    }

    /** Damage anywhere is an answer or one clear sentence, never a half image. */
    @Test
    void damagedImagesAreRefused() throws Exception {
        KernelId id = SampleImages.id("bullseye/amd64");
        byte[] whole = Files.readAllBytes(SampleImages.corpus("bullseye/amd64").resolve("vmlinuz"));
        var random = new Random(7);
        for (int i = 0; i < 6; i++) {
            byte[] damaged = i % 2 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) 0xff;
            try (ImageDraft draft = images().begin(id, ModuleChoice.NONE)) {
                draft.image("vmlinuz", damaged);
                assertNotNull(draft.finish());
            } catch (MalformedInput e) {
                assertTrue(String.valueOf(e.getMessage()).length() > 20, e::getMessage);
                assertNull(images().find(id));
            }
            images().remove(id);
        }
    }

    @Test
    void aPackageOfAnotherKernelSaysWhoseItIs() throws Exception {
        Path deb = SampleImages.deb(
                SampleImages.tree(dir.resolve("tree"), "bookworm/amd64"), dir.resolve("linux-image.deb"));
        try (ImageDraft draft = images().begin(KernelId.of("debian/bookworm/amd64/6.1.0-1-amd64"), ModuleChoice.SOME)) {
            var e = assertThrows(MalformedInput.class, () -> PackagedImage.read(List.of(deb), draft));
            assertEquals("the kernel image of 6.1.0-1-amd64", e.expected());
            assertEquals("that of 6.1.0-50-cloud-amd64", e.found());
        }
    }

    @Test
    void aModuleThatCannotBeReadSpoilsNoOther() throws Exception {
        KernelId id = SampleImages.id("bookworm/amd64");
        Path kernel = SampleImages.corpus("bookworm/amd64");
        try (ImageDraft draft = images().begin(id, ModuleChoice.SOME)) {
            draft.image("vmlinuz", Files.readAllBytes(kernel.resolve("vmlinuz")));
            draft.module(Path.of("xfs.ko.xz"), new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z', 0, 1, 2});
            draft.module(Path.of("../../veth.ko"), Files.readAllBytes(kernel.resolve("modules/veth.ko")));
            StoredImage image = draft.finish();
            assertEquals(1, draft.damaged().size());
            assertEquals(List.of("veth"), List.copyOf(image.modules().keySet()));
            assertEquals(
                    List.of(image.image().resolveSibling("modules").resolve("veth.ko")),
                    image.insertionOrder(List.of("veth")));
        }
    }

    @Test
    void whoIsNeededComesFirst() {
        ModuleOrder order = ModuleOrder.of(Map.of(
                "a", List.of("b", "c"), "b", List.of("d"), "c", List.of("d"), "d", List.of(), "e", List.of("e", "z")));
        assertEquals(List.of("d", "b", "c", "a"), order.upTo("a"));
        assertEquals(List.of("e"), order.upTo("e"));
        assertEquals(order, ModuleOrder.parse(order.text()));
        assertTrue(order.text().startsWith("modules/a.ko: modules/c.ko modules/b.ko modules/d.ko\n"), order::text);
        assertEquals(
                List.of("libcrc32c", "xfs"),
                ModuleOrder.parse("kernel/fs/xfs/xfs.ko.xz: kernel/lib/libcrc32c.ko.xz\n")
                        .upTo("xfs"));
    }

    @Test
    void theFolderIsWhereTheUserSays() {
        Map<String, String> all = Map.of(ImageLocation.VARIABLE, "/i", "XDG_CACHE_HOME", "/c", "HOME", "/h");
        assertEquals(Path.of("/o"), ImageLocation.of(Path.of("/o"), all));
        assertEquals(Path.of("/i"), ImageLocation.of(null, all));
        assertEquals(
                Path.of("/c/relogrid/images"), ImageLocation.of(null, Map.of("XDG_CACHE_HOME", "/c", "HOME", "/h")));
        assertEquals(Path.of("/h/.cache/relogrid/images"), ImageLocation.of(null, Map.of("HOME", "/h")));
        assertThrows(ArchiveProblem.class, () -> ImageLocation.of(null, Map.of()));
    }
}
