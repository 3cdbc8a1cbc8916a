package dev.relogrid.embedded;

import dev.relogrid.engine.bytes.MalformedInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The members of an ar archive, as static libraries and Debian packages use it: {@code "!<arch>\n"}, then for each
 * member 60 bytes of header (name 16, date 12, owner 6, group 6, mode 8, size 10, two magic bytes), its bytes, and a
 * line feed when their number is odd. Long names stand in a member of their own ({@code //}, GNU) or in front of the
 * bytes ({@code #1/length}, BSD). Lists of symbols are passed over.
 */
final class ArMembers {
    private static final int MAGIC = 8;
    private static final int HEADER = 60;
    private static final int LONGEST_NAME = 4096;
    private static final int LONGEST_NAMES = 1 << 24;

    private final InputStream in;
    private long offset = MAGIC;
    private String longNames = "";

    private ArMembers(InputStream in) {
        this.in = in;
    }

    static void read(InputStream in, Members members) throws IOException {
        in.skipNBytes(MAGIC);
        new ArMembers(in).all(members);
    }

    private void all(Members members) throws IOException {
        for (byte[] header = in.readNBytes(HEADER); header.length != 0; header = in.readNBytes(HEADER)) {
            if (header.length != HEADER) {
                throw new EOFException();
            }
            String text = new String(header, StandardCharsets.ISO_8859_1);
            long size = size(text);
            Bounded content = new Bounded(in, size);
            one(text.substring(0, 16).stripTrailing(), size, content, members);
            content.skipRest();
            if (size % 2 != 0) {
                in.read(); // the last member's padding may be missing
            }
            offset += HEADER + size + size % 2;
        }
    }

    private void one(String name, long size, Bounded content, Members members) throws IOException {
        if (name.equals("//")) {
            longNames = text(content, within(size, LONGEST_NAMES, "names"));
        } else if (name.startsWith("#1/")) {
            long length = Math.min(number(name.substring(3)), size);
            String real = text(content, within(length, LONGEST_NAME, "a name")).replaceFirst("\0.*$", "");
            if (!real.startsWith("__.SYMDEF")) {
                members.member(real, content);
            }
        } else if (!name.equals("/") && !name.equals("/SYM64/") && !name.startsWith("__.SYMDEF")) {
            members.member(name.startsWith("/") ? longName(name) : name.replaceFirst("/$", ""), content);
        }
    }

    private String longName(String reference) {
        long at = number(reference.substring(1));
        if (at >= longNames.length()) {
            throw malformed("a name inside the " + longNames.length() + " bytes of long names", "one at " + at);
        }
        int end = longNames.indexOf('\n', (int) at);
        return longNames.substring((int) at, end < 0 ? longNames.length() : end).replaceFirst("/$", "");
    }

    private long size(String header) {
        if (!header.endsWith("`\n")) {
            throw malformed("a header of 60 bytes that ends in 60 0a", "other bytes");
        }
        return number(header.substring(48, 58).strip());
    }

    private long number(String digits) {
        if (!digits.matches("[0-9]{1,15}")) {
            throw malformed("a number", "'" + digits + "'");
        }
        return Long.parseLong(digits);
    }

    private int within(long size, int most, String what) {
        if (size > most) {
            throw malformed(what + " of at most " + most + " bytes", size + " bytes");
        }
        return (int) size;
    }

    private static String text(InputStream content, int length) throws IOException {
        byte[] bytes = content.readNBytes(length);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private MalformedInput malformed(String expected, String found) {
        return new MalformedInput("ar member", offset, expected, found);
    }
}
