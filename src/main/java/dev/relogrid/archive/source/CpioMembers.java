package dev.relogrid.archive.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The plain files of a cpio in the "new" format of rpm: a header of magic and thirteen numbers, 110 bytes of ASCII in
 * all, the name and its NUL padded to 4, the bytes padded to 4. Of hard links the last one has the bytes; the others
 * are empty and passed over.
 */
final class CpioMembers {
    private static final int HEADER = 110;
    private static final int LONGEST_NAME = 4096;
    private static final int TYPE = 0170000;
    private static final int PLAIN = 0100000;

    private CpioMembers() {}

    static void read(PackageInput file, InputStream packed, Members members) throws IOException {
        InputStream in = file.unpacked(Unpacker.unpack(packed));
        while (true) {
            String header = text(in, HEADER);
            if (!header.startsWith("070701") && !header.startsWith("070702")) {
                throw file.malformed("a cpio header (070701)", "'" + header.substring(0, 6) + "'");
            }
            long nameSize = number(file, header, 11);
            if (nameSize < 1 || nameSize > LONGEST_NAME) {
                throw file.malformed("a name of 1 to " + LONGEST_NAME + " bytes", nameSize + " bytes");
            }
            String name = text(in, (int) nameSize).replaceFirst("\0.*$", "");
            in.skipNBytes(padding(HEADER + nameSize));
            if (name.equals("TRAILER!!!")) {
                break;
            }
            one(file, header, name, in, members);
        }
        in.transferTo(OutputStream.nullOutputStream());
    }

    private static void one(PackageInput file, String header, String name, InputStream in, Members members)
            throws IOException {
        long size = number(file, header, 6);
        file.enter(name);
        String path = file.checked(name);
        var content = new Bounded(in, size);
        if ((number(file, header, 1) & TYPE) == PLAIN && size != 0) {
            members.file(path, content);
        }
        content.transferTo(OutputStream.nullOutputStream());
        in.skipNBytes(padding(size));
        file.enter("");
    }

    /** The number at that place: eight hex digits each, behind the magic. */
    private static long number(PackageInput file, String header, int place) {
        String digits = header.substring(6 + 8 * place, 14 + 8 * place);
        if (!digits.matches("[0-9A-Fa-f]{8}")) {
            throw file.malformed("eight hex digits", "'" + digits + "'");
        }
        return Long.parseLong(digits, 16);
    }

    private static long padding(long size) {
        return -size & 3;
    }

    private static String text(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length != length) {
            throw new EOFException();
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
