package dev.relogrid.archive.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The members of an ar archive, as .deb uses it: {@code "!<arch>\n"}, then for each member 60 bytes of header (name 16,
 * date 12, owner 6, group 6, mode 8, size 10, two magic bytes), its bytes, and a line feed when their number is odd.
 */
final class ArMembers {
    static final String MAGIC = "!<arch>\n";
    private static final int HEADER = 60;

    private ArMembers() {}

    static void read(PackageInput file, Members members) throws IOException {
        InputStream in = file.stream();
        in.skipNBytes(MAGIC.length());
        for (byte[] header = in.readNBytes(HEADER); header.length != 0; header = in.readNBytes(HEADER)) {
            if (header.length != HEADER) {
                throw file.malformed("a header of 60 bytes", header.length + " bytes");
            }
            String text = new String(header, StandardCharsets.ISO_8859_1);
            String name = text.substring(0, 16).strip().replaceFirst("/$", "");
            long size = size(file, text);
            file.enter(name);
            InputStream content = new Bounded(in, size);
            members.file(file.checked(name), content);
            content.transferTo(OutputStream.nullOutputStream());
            file.enter("");
            if (size % 2 != 0) {
                in.read(); // the last member's padding may be missing
            }
        }
    }

    private static long size(PackageInput file, String header) {
        String size = header.substring(48, 58).strip();
        if (!header.endsWith("`\n") || !size.matches("[0-9]{1,10}")) {
            throw file.malformed("the header of an ar member", "none");
        }
        return Long.parseLong(size);
    }
}
