package dev.relogrid.embedded;

/**
 * How much is looked at. Files and members are read as streams; only objects, and what may become one, are kept.
 *
 * @param largestObject bytes of one object, and of what is kept of a file at a time, twice over
 * @param allObjects bytes of all objects together
 * @param mostObjects number of different objects
 * @param largestMember bytes of one member of an archive, or of one unpacked file
 * @param unpacked bytes that one file may unpack to, all layers together
 * @param ratio times its own size that one file may unpack to, beyond the first 64 MiB
 * @param layers archives and compressions inside one another; a Debian package in a compressed layer of an image has six
 */
public record Limits(
        int largestObject, long allObjects, int mostObjects, long largestMember, long unpacked, int ratio, int layers) {

    /**
     * Generous to real things: the largest object of Debian has 1 MB, images have some GiB, and what is packed best
     * unpacks to 20 times its size.
     */
    public static final Limits USUAL = new Limits(64 << 20, 256L << 20, 10_000, 8L << 30, 16L << 30, 200, 8);
}
