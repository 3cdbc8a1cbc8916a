package dev.relogrid.embedded;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.relogrid.fixture.ObjectBuilder;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What objects are found in, and what they are called. */
final class EmbeddedObjectsTest {
    private static final byte[] OPEN = Built.object("handle_open");
    private static final byte[] EXIT = Built.object("handle_exit");

    private static List<String> names(Found found) {
        return found.objects().stream().map(EmbeddedObject::name).toList();
    }

    /** Asserts that these are in a file called {@code x}, and nothing else is to be said. */
    private static void assertFinds(byte[] file, String... names) throws IOException {
        Found found = Built.in("x", file);
        assertEquals(List.of(names), names(found), found.unopened()::toString);
        assertEquals(List.of(), found.unopened());
        assertEquals(List.of(), found.notes());
    }

    @Test
    void anObjectIsCalledByItsPathAndKeepsAllItsBytes() throws IOException {
        byte[] longer = Arrays.copyOf(OPEN, OPEN.length + 13);
        Found found = Built.in("a.o", longer);
        assertEquals(List.of("a.o"), names(found));
        assertArrayEquals(longer, found.objects().getFirst().content());
        assertEquals("an eBPF object", found.taken());
    }

    @Test
    void aDamagedObjectIsHandedOnForItsReaderToSayWhatIsWrong() throws IOException {
        byte[] cut = Arrays.copyOf(OPEN, 40);
        assertArrayEquals(cut, Built.in("a.o", cut).objects().getFirst().content());
    }

    @Test
    void objectsInAProgramAreCutOutByteForByteInBothByteOrders() throws IOException {
        byte[] big = Built.object("swapped", ByteOrder.BIG_ENDIAN);
        byte[] host = Built.host(OPEN, big);
        assertFinds(host, "x#handle_open", "x#swapped");
        List<EmbeddedObject> objects = Built.in("x", host).objects();
        assertArrayEquals(OPEN, objects.get(0).content());
        assertArrayEquals(big, objects.get(1).content());
        assertFinds(Built.ascii("static const char *skel = 0; // no object in here"));
    }

    @Test
    void theSecondOfANameIsNumberedAndTheSameBytesAreFoundOnce() throws IOException {
        byte[] other = new ObjectBuilder()
                .program("kretprobe/other", "handle_open", ObjectBuilder.EXIT)
                .bytes(ByteOrder.LITTLE_ENDIAN);
        Found found = Built.in("x", Built.host(OPEN, other, OPEN, OPEN));
        assertEquals(List.of("x#handle_open", "x#handle_open~2"), names(found));
        assertEquals(List.of("x: 2 more copies of the same objects"), found.notes());
    }

    @Test
    void anObjectWithoutProgramsIsCalledObject() throws IOException {
        assertFinds(Built.host(new ObjectBuilder().bytes(ByteOrder.LITTLE_ENDIAN)), "x#object");
    }

    @Test
    void programsComeBeforeSubprograms() throws IOException {
        byte[] object = new ObjectBuilder()
                .program(".text", "sub", ObjectBuilder.EXIT)
                .program("xdp", "filter", ObjectBuilder.EXIT)
                .bytes(ByteOrder.LITTLE_ENDIAN);
        assertFinds(Built.host(object), "x#filter");
    }

    @Test
    void compressionsAreSeenThrough() throws IOException {
        byte[] host = Built.host(OPEN);
        for (byte[] packed : List.of(Built.gzip(host), Built.xz(host), Built.bzip2(host), Built.zstd(host))) {
            assertFinds(packed, "x#handle_open");
        }
        assertFinds(Built.gzip(OPEN), "x");
        byte[] twoParts = Built.bytes(out -> {
            out.write(Built.gzip(host));
            out.write(Built.gzip(Built.host(EXIT)));
        });
        assertFinds(twoParts, "x#handle_open", "x#handle_exit");
        assertFinds(Built.xz(twoParts), "x#handle_open", "x#handle_exit");
    }

    @Test
    void membersOfArchivesAreCalledByTheirPaths() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("./usr/bin/agent", Built.host(OPEN));
        files.put("/lib/" + "long/".repeat(40) + "exit.bpf.o", EXIT);
        files.put("readme", Built.ascii("nothing"));
        String[] names = {"x:usr/bin/agent#handle_open", "x:lib/" + "long/".repeat(40) + "exit.bpf.o"};
        byte[] tar = Built.tar(files);
        for (byte[] archive : List.of(tar, Built.gzip(tar), Built.zstd(tar), Built.zip(files), Built.cpio(files))) {
            assertFinds(archive, names);
        }
        assertEquals("a tar archive of 3 files", Built.in("x", tar).taken());
        assertEquals(
                "a tar archive of 3 files (xz)", Built.in("x", Built.xz(tar)).taken());
    }

    @Test
    void aTarFromBeforeItsMagicIsKnownByItsSum() throws IOException {
        byte[] tar = Built.tar(Map.of("a.o", OPEN));
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            tar[i] = i >= 257 && i < 265 ? 0 : tar[i];
            sum += i >= 148 && i < 156 ? ' ' : tar[i] & 0xff;
        }
        System.arraycopy(Built.ascii(String.format("%06o\0 ", sum)), 0, tar, 148, 8);
        assertFinds(tar, "x:a.o");
    }

    @Test
    void staticLibrariesHaveShortAndLongNames() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("/", new byte[] {0, 0, 0, 0});
        members.put("//", Built.ascii("a_rather_long_name.o/\nanother_rather_long.o/\n"));
        members.put("skel.o/", Built.host(OPEN));
        members.put("/22", Built.host(EXIT));
        members.put("#1/12", Built.bytes(out -> {
            out.write(Built.ascii("from_bsd.o\0\0"));
            out.write(Built.object("bsd"));
        }));
        assertFinds(Built.ar(members), "x:skel.o#handle_open", "x:another_rather_long.o#handle_exit", "x:from_bsd.o");
    }

    @Test
    void packagesAreOneArchiveWhateverIsInside() throws IOException {
        byte[] tar = Built.tar(Map.of("./usr/sbin/agent", Built.host(OPEN)));
        assertFinds(Built.deb(Built.xz(tar), "data.tar.xz"), "x:usr/sbin/agent#handle_open");
        assertFinds(Built.deb(Built.zstd(tar), "data.tar.zst"), "x:usr/sbin/agent#handle_open");
        assertFinds(Built.deb(tar, "data.tar/"), "x:usr/sbin/agent#handle_open");
        byte[] cpio = Built.cpio(Map.of("./usr/sbin/agent", Built.host(OPEN)));
        assertFinds(Built.rpm(Built.zstd(cpio)), "x:usr/sbin/agent#handle_open");
        assertEquals(
                "a Debian package of 1 file",
                Built.in("x", Built.deb(tar, "data.tar")).taken());
    }

    @Test
    void anInitramfsIsSeveralArchivesBehindOneAnother() throws IOException {
        byte[] initramfs = Built.bytes(out -> {
            out.write(Built.cpio(Map.of("kernel/microcode.bin", Built.ascii("microcode"))));
            out.write(new byte[512]);
            out.write(Built.zstd(Built.cpio(Map.of("usr/bin/agent", Built.host(OPEN)))));
        });
        assertFinds(initramfs, "x:usr/bin/agent#handle_open");
    }

    @Test
    void layersOfImagesAreNotNamed() throws IOException {
        String hash = "0123456789abcdef".repeat(4);
        byte[] layer = Built.tar(Map.of("usr/bin/agent", Built.host(OPEN)));
        for (String path : List.of("blobs/sha256/" + hash, hash + "/layer.tar", hash + ".tar")) {
            assertFinds(Built.tar(Map.of(path, layer)), "x:usr/bin/agent#handle_open");
            assertFinds(Built.gzip(Built.tar(Map.of(path, Built.gzip(layer)))), "x:usr/bin/agent#handle_open");
        }
        // artifacts that are one object have no tar around it
        assertFinds(Built.tar(Map.of("blobs/sha256/" + hash, OPEN)), "x");
    }

    @Test
    void aPackageInACompressedLayerOfAnImageIsNotTooDeep() throws IOException {
        byte[] deb =
                Built.deb(Built.xz(Built.tar(Map.of("bin/agent.gz", Built.gzip(Built.host(OPEN))))), "data.tar.xz");
        byte[] layer = Built.gzip(Built.tar(Map.of("var/agent.deb", deb)));
        byte[] image = Built.tar(Map.of("blobs/sha256/" + "00".repeat(32), layer));
        assertFinds(image, "x:var/agent.deb:bin/agent.gz#handle_open");
    }

    @Test
    void whatHasNoObjectSaysWhatItIs() throws IOException {
        assertEquals("an ELF file for x86-64", Built.in("x", Built.host()).taken());
        assertEquals("an empty file", Built.in("x", new byte[0]).taken());
        assertEquals(
                "neither an ELF file nor an archive",
                Built.in("x", Built.ascii("#!/bin/sh")).taken());
        assertEquals(
                "an ELF file that is cut short",
                Built.in("x", Built.ascii("\177ELF")).taken());
        assertEquals(
                "a zip archive of 1 file",
                Built.in("x", Built.zip(Map.of("a", new byte[3]))).taken());
    }
}
