package dev.relogrid.archive.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** What a file somebody wants imported is, by its first bytes; BTFHub's by its name, for nothing in it tells. */
enum SourceKind {
    DEB,
    RPM,
    ARCH,
    CAPTURE,
    HUB,
    /** None of these: perhaps a kernel image, which does not say which kernel it is. */
    OTHER;

    private static final int TAR_HEADER = 512;
    private static final int TAR_NAME = 100;
    private static final int TAR_MAGIC = 257;
    private static final String RPM_LEAD = "\u00ed\u00ab\u00ee\u00db";
    /** Arch's packages begin with one of these. */
    private static final Set<String> ARCH_FIRST = Set.of(".PKGINFO", ".BUILDINFO", ".MTREE", ".INSTALL", ".CHANGELOG");

    static SourceKind of(Path file) throws IOException {
        if (Files.isDirectory(file) || HubFile.isOne(file)) {
            return HUB;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(ArMembers.MAGIC.length());
            String first = text(in, ArMembers.MAGIC.length());
            in.reset();
            if (first.equals(ArMembers.MAGIC)) {
                return DEB;
            }
            return first.startsWith(RPM_LEAD) ? RPM : tarball(in);
        }
    }

    private static SourceKind tarball(InputStream in) {
        String header;
        try {
            header = text(Unpacker.unpack(in), TAR_HEADER);
        } catch (IOException | RuntimeException e) {
            return OTHER; // whoever reads it as what it is has better words for this
        }
        if (header.length() != TAR_HEADER || !header.startsWith("ustar", TAR_MAGIC)) {
            return OTHER;
        }
        String name = header.substring(0, TAR_NAME).replaceFirst("\0.*$", "");
        if (name.equals(HostCapture.MANIFEST)) {
            return CAPTURE;
        }
        return ARCH_FIRST.contains(name) ? ARCH : OTHER;
    }

    private static String text(InputStream in, int length) throws IOException {
        return new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
    }
}
