package dev.relogrid.matrix.blob;

import dev.relogrid.archive.Sha256;
import java.util.regex.Pattern;

/** What blobs are called, and that they are what they are called. */
final class BlobName {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private BlobName() {}

    static boolean isOne(String name) {
        return SHA256.matcher(name).matches();
    }

    /** So that no name leads out of the store. */
    static String checked(String name) {
        if (!isOne(name)) {
            throw new IllegalArgumentException("a blob's name is a SHA-256, not '" + name + "'");
        }
        return name;
    }

    static byte[] verified(String name, byte[] bytes) {
        String found = Sha256.of(bytes);
        if (!found.equals(name)) {
            throw new BlobProblem("blob " + name + " is damaged: its " + bytes.length + " bytes have sha256 " + found);
        }
        return bytes;
    }
}
