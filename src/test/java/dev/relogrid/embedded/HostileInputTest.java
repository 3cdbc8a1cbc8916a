package dev.relogrid.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;

/** What is made to take memory, time or the reader's trust. Every end is one clear sentence. */
final class HostileInputTest {
    private static final byte[] OPEN = Built.object("handle_open");
    private static final Limits SMALL = new Limits(1 << 20, 2 << 20, 3, 4 << 20, 16 << 20, 200, 4);

    private static Found soon(ThrowingSupplier<Found> search) {
        return assertTimeoutPreemptively(Duration.ofSeconds(30), search);
    }

    private static String trouble(Found found) {
        assertEquals(1, found.unopened().size(), found.unopened()::toString);
        return found.unopened().getFirst().name() + ": "
                + found.unopened().getFirst().why();
    }

    @Test
    void aBombEndsAtARatioOfItsOwnSize() throws IOException {
        byte[] bomb = Built.gzip(Built.gzip(new byte[200 << 20]));
        String trouble = trouble(soon(() -> Built.in("bomb", bomb)));
        assertTrue(
                trouble.matches("bomb: expected it to unpack to at most 200 times its size, found [0-9]+ bytes that "
                        + "unpack to more than [0-9]+"),
                trouble);
    }

    @Test
    void membersAndAllOfThemTogetherAreBounded() throws IOException {
        byte[] five = new byte[5 << 20];
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("big", five);
        files.put("agent", Built.host(OPEN));
        Found one = soon(() -> Built.in("x", Built.zip(files), SMALL));
        assertEquals("x:big: contents at offset 0x400000: expected at most 4194304 bytes, found more", trouble(one));
        assertEquals("x:agent#handle_open", one.objects().getFirst().name());
        for (int i = 0; i < 4; i++) {
            files.put("more" + i, five);
        }
        Found all = soon(() -> Built.in("x", Built.tar(files), SMALL));
        assertEquals(
                new Unopened("x", "expected at most 16777216 bytes unpacked, found more"),
                all.unopened().getLast());
    }

    @Test
    void tooManyObjectsAndTooLargeOnesAreLeftOut() throws IOException {
        byte[] host = Built.host(OPEN, Built.object("a"), Built.object("b"), Built.object("c"), Built.object("d"));
        Found found = Built.in("x", host, SMALL);
        assertEquals(3, found.objects().size());
        assertEquals(
                "x: expected at most 3 different objects of 2097152 bytes in all, found more; the others were not read",
                trouble(found));
        Found large = Built.in("x", Arrays.copyOf(OPEN, 2 << 20), SMALL);
        assertEquals(
                "x: eBPF object at offset 0x0: expected at most 1048576 bytes, found a larger one", trouble(large));
    }

    @Test
    void archivesInOneAnotherEndAtADepth() throws IOException {
        byte[] nested = Built.host(OPEN);
        for (int i = 0; i < 9; i++) {
            nested = Built.zip(Map.of("x", nested));
        }
        byte[] file = nested;
        assertEquals(
                "z" + ":x".repeat(8)
                        + ": archive at offset 0x0: expected at most 8 archives and compressions in one another, found "
                        + "more",
                trouble(soon(() -> Built.in("z", file))));
    }

    @Test
    void whatIsCutShortKeepsWhatCameBefore() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("agent", Built.host(OPEN));
        files.put("other", Built.host(Built.object("other")));
        byte[] tar = Built.tar(files);
        int cut = 512 + 512 * 10 + 512 + 700;
        Found plain = Built.in("x", Arrays.copyOf(tar, cut));
        assertEquals(
                List.of("x:agent#handle_open"),
                plain.objects().stream().map(EmbeddedObject::name).toList());
        assertTrue(trouble(plain).startsWith("x: expected it intact, found it damaged ("), trouble(plain));
        for (byte[] packed : List.of(Built.xz(tar), Built.gzip(tar), Built.zstd(tar), Built.bzip2(tar))) {
            Found found = Built.in("x", Arrays.copyOf(packed, packed.length - 30));
            assertTrue(trouble(found).startsWith("x: expected it "), trouble(found));
        }
        assertTrue(trouble(Built.in("x", Arrays.copyOf(Built.deb(tar, "data.tar"), 3000)))
                .startsWith("x: expected it "));
    }

    @Test
    void aTarWithHugeNumbersEndsWithItsFile() throws IOException {
        byte[] tar = Built.tar(Map.of("agent", Built.host(OPEN)));
        // a size in base 256 of 2^62, and the sum that goes with it
        Arrays.fill(tar, 124, 136, (byte) 0);
        tar[124] = (byte) 0x80;
        tar[128] = 0x40;
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += i >= 148 && i < 156 ? ' ' : tar[i] & 0xff;
        }
        System.arraycopy(Built.ascii(String.format("%06o\0 ", sum)), 0, tar, 148, 8);
        String trouble = trouble(soon(() -> Built.in("x", tar)));
        assertTrue(trouble.startsWith("x: expected it "), trouble);
    }

    @Test
    void headersThatPointEverywhereTakeLinearTime() throws IOException {
        // 2^17 headers in a row, each with 65,535 sections that lie inside the file
        byte[] file = new byte[16 << 20];
        ByteBuffer elf = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 128 <= 8 << 20; at += 64) {
            fakeHeader(elf, at + 1, (8 << 20) - at, 65_535);
        }
        // the last section of them all is nowhere
        int last = (8 << 20) + 1 + 65_534 * 64;
        elf.putInt(last + 4, 1).putLong(last + 24, Long.MAX_VALUE);
        Found sections = soon(() -> Built.in("x", file));
        assertEquals(List.of(), sections.objects());
        assertTrue(
                trouble(sections)
                        .matches("x: file at offset 0x[0-9a-f]+: expected at most [0-9]+ section headers of eBPF "
                                + "objects so far, found more"),
                trouble(sections));
    }

    @Test
    void tensOfThousandsOfHeadersThatLeadNowhereAreOneNote() throws IOException {
        byte[] file = new byte[40 << 20];
        ByteBuffer elf = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int headers = 0;
        for (int at = 1; at + 64 <= file.length - (1 << 20); at += 640) {
            fakeHeader(elf, at, (63L << 20), 2);
            headers++;
        }
        System.arraycopy(OPEN, 0, file, file.length - OPEN.length, OPEN.length);
        Found found = soon(() -> Built.in("x", file));
        assertEquals(List.of(), found.unopened());
        assertEquals(
                List.of("x: " + headers + " headers of eBPF objects lead out of the file and are passed over"),
                found.notes());
        assertEquals("x#handle_open", found.objects().getFirst().name());
    }

    private static void fakeHeader(ByteBuffer elf, int at, long sections, int count) {
        elf.put(at, new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1});
        elf.putShort(at + 16, (short) 1).putShort(at + 18, (short) 247).putLong(at + 40, sections);
        elf.putShort(at + 58, (short) 64).putShort(at + 60, (short) count);
    }

    @Test
    void thinArchivesAndEncryptedMembersAreRefused() throws IOException {
        assertEquals(
                "x: ar header at offset 0x0: expected an archive that holds its members, found a thin one, which only "
                        + "names them",
                trouble(Built.in(
                        "x", Built.ascii("!<thin>\nskel.o/         0           0     0     644     100       `\n"))));
        byte[] zip = Built.zip(Map.of("a.o", OPEN));
        zip[6] |= 1;
        assertEquals(
                "x: zip member a.o at offset 0x0: expected bytes that are deflated or stored, found encrypted or otherwise "
                        + "packed ones",
                trouble(Built.in("x", zip)));
    }

    @Test
    void numbersInAnArThatAreNoneAreErrors() throws IOException {
        for (Map<String, byte[]> members :
                List.of(Map.of("/99", OPEN), Map.of("#1/x", OPEN), Map.of("/999999999999999", OPEN))) {
            String trouble = trouble(Built.in("x", Built.ar(members)));
            assertTrue(trouble.startsWith("x: ar member at offset 0x8: expected a n"), trouble);
        }
    }
}
