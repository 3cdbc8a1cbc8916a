package dev.relogrid.embedded;

import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a zip, jar or wheel, read from the front: its table of contents at the end is not looked at. Behind a
 * member that cannot be unpacked nothing is found.
 */
final class ZipMembers {
    private ZipMembers() {}

    static void read(InputStream in, Members members) throws IOException {
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(in, "UTF-8", true, false)) {
            for (ZipArchiveEntry entry = next(zip); entry != null; entry = next(zip)) {
                if (entry.isDirectory()) {
                    continue;
                }
                if (!zip.canReadEntryData(entry)) {
                    throw new MalformedInput(
                            "zip member " + entry.getName(),
                            0,
                            "bytes that are deflated or stored",
                            "encrypted or otherwise packed ones");
                }
                members.member(entry.getName(), zip);
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
