package dev.relogrid.archive.image;

import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * The tarball BTFHub wraps each kernel's BTF in. Nothing is ever written to a path it names; a tarball that tries to
 * reach elsewhere is still refused, because it is not what it claims to be.
 */
final class Tarball {
    private static final int MAGIC_OFF = 257;
    private static final byte[] MAGIC = "ustar".getBytes(StandardCharsets.US_ASCII);

    private Tarball() {}

    static boolean isTar(byte[] data) {
        int end = MAGIC_OFF + MAGIC.length;
        return data.length >= 512 && Arrays.equals(data, MAGIC_OFF, end, MAGIC, 0, MAGIC.length);
    }

    /** The one member whose name ends in .btf. */
    static byte[] onlyBtf(String name, byte[] data, Budget budget) {
        byte[] found = null;
        try (var tar = new TarArchiveInputStream(Budget.stream(data, 0, data.length))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                check(name, entry);
                if (isPlain(entry) && entry.getName().endsWith(".btf")) {
                    if (found != null) {
                        throw new MalformedInput(
                                name, tar.getBytesRead(), "exactly one .btf in the tarball", "several");
                    }
                    found = budget.drain(tar);
                }
            }
        } catch (MalformedInput e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new MalformedInput(name, 0, "an intact tarball", "a damaged one (" + e.getMessage() + ")");
        }
        if (found == null) {
            throw new MalformedInput(name, 0, "exactly one .btf in the tarball", "none");
        }
        return found;
    }

    private static void check(String name, TarArchiveEntry entry) {
        String path = entry.getName();
        boolean outside = path.startsWith("/") || Arrays.asList(path.split("/")).contains("..");
        if (outside || !isPlain(entry) && !entry.isDirectory()) {
            String what = outside ? "a path outside of it" : "a link or device";
            throw new MalformedInput(name, 0, "plain files in the tarball", what + ", '" + path + "'");
        }
    }

    /** Not {@code isFile()}, which is true of links too. */
    private static boolean isPlain(TarArchiveEntry entry) {
        byte flag = entry.getLinkFlag();
        return !entry.isDirectory() && (flag == TarConstants.LF_NORMAL || flag == TarConstants.LF_OLDNORM);
    }
}
