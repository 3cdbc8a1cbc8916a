package dev.relogrid.embedded;

import dev.relogrid.engine.bytes.MalformedInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The plain files of a cpio in the "new" format of rpm and initramfs: a header of magic and thirteen numbers, 110 bytes
 * of ASCII in all, the name and its NUL padded to 4, the bytes padded to 4. Of hard links the last one has the bytes.
 */
final class CpioMembers {
    private static final int HEADER = 110;
    private static final int LONGEST_NAME = 4096;
    private static final int MODE = 1;
    private static final int FILE_SIZE = 6;
    private static final int NAME_SIZE = 11;
    private static final int TYPE = 0170000;
    private static final int PLAIN = 0100000;

    private final InputStream in;
    private long offset;

    private CpioMembers(InputStream in) {
        this.in = in;
    }

    /** To the archive's end, which is not that of {@code in}: an initramfs is several of them. */
    static void read(InputStream in, Members members) throws IOException {
        CpioMembers cpio = new CpioMembers(in);
        while (cpio.one(members)) {}
    }

    private boolean one(Members members) throws IOException {
        String header = text(HEADER);
        if (!header.startsWith("07070")) {
            throw malformed("a header (070701)", "other bytes");
        }
        long nameSize = number(header, NAME_SIZE);
        if (nameSize < 1 || nameSize > LONGEST_NAME) {
            throw malformed("a name of 1 to " + LONGEST_NAME + " bytes", nameSize + " bytes");
        }
        String name = text((int) nameSize).replaceFirst("\0.*$", "");
        in.skipNBytes(padding(HEADER + nameSize));
        if (name.equals("TRAILER!!!")) {
            return false;
        }
        long size = number(header, FILE_SIZE);
        Bounded content = new Bounded(in, size);
        if ((number(header, MODE) & TYPE) == PLAIN && size != 0) {
            members.member(name, content);
        }
        content.skipRest();
        in.skipNBytes(padding(size));
        offset += HEADER + nameSize + padding(HEADER + nameSize) + size + padding(size);
        return true;
    }

    /** The number at that place: eight hex digits each, behind the magic. */
    private long number(String header, int place) {
        String digits = header.substring(6 + 8 * place, 14 + 8 * place);
        if (!digits.matches("[0-9A-Fa-f]{8}")) {
            throw malformed("eight hex digits", "other bytes");
        }
        return Long.parseLong(digits, 16);
    }

    private static long padding(long size) {
        return -size & 3;
    }

    private String text(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length != length) {
            throw new EOFException();
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private MalformedInput malformed(String expected, String found) {
        return new MalformedInput("cpio member", offset, expected, found);
    }
}
