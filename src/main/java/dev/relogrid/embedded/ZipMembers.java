package dev.relogrid.embedded;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** The files of a zip, jar or wheel, read from the front: its table of contents at the end is not looked at. */
final class ZipMembers {
    private ZipMembers() {}

    static void read(InputStream in, Members members) throws IOException {
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(in, "UTF-8", true, false)) {
            for (ZipArchiveEntry entry = next(zip); entry != null; entry = next(zip)) {
                if (entry.isDirectory()) {
                    continue;
                }
                if (zip.canReadEntryData(entry)) {
                    members.member(entry.getName(), zip);
                } else {
                    members.unreadable(
                            entry.getName(),
                            "expected it to be deflated or stored, found it encrypted or packed otherwise");
                }
            }
        }
    }

    private static @Nullable ZipArchiveEntry next(ZipArchiveInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (RuntimeException e) {
            throw Trouble.damage(e);
        }
    }
}
