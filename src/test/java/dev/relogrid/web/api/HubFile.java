package dev.relogrid.web.api;

import dev.relogrid.fixture.BtfBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;

/** A file as BTFHub has them: a tiny kernel, with the structs every kernel has. */
final class HubFile {
    private static final String[] STRUCTS = {
        "cred", "dentry", "file", "inode", "mm_struct", "pid", "super_block", "task_struct"
    };

    private HubFile() {}

    static void write(Path file, String member) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new XZCompressorOutputStream(out))) {
            byte[] btf = btf();
            TarArchiveEntry entry = new TarArchiveEntry(member);
            entry.setSize(btf.length);
            tar.putArchiveEntry(entry);
            tar.write(btf);
            tar.closeArchiveEntry();
        }
    }

    private static byte[] btf() {
        BtfBuilder types = new BtfBuilder();
        int number = types.integer("int", 4, BtfBuilder.SIGNED);
        for (String name : STRUCTS) {
            types.struct(name, 4, BtfBuilder.member("first", number, 0));
        }
        return types.bytes(ByteOrder.LITTLE_ENDIAN);
    }
}
