package dev.relogrid.engine.reach;

/**
 * Numbers of which some bits are known: {@code value} has the known ones, {@code mask} is set where they are not known
 * (kernel/bpf/tnum.c). A mask of 0 is a constant.
 */
final class Bits {
    static final long UNKNOWN = -1;
    static final long LOW = 0xffff_ffffL;

    private Bits() {}

    /** The unknown bits of a sum: those a carry may reach or not. */
    static long sumMask(long aValue, long aMask, long bValue, long bMask) {
        long least = aValue + bValue;
        return ((aMask + bMask + least) ^ least) | aMask | bMask;
    }

    /** The unknown bits of a difference. */
    static long differenceMask(long aValue, long aMask, long bValue, long bMask) {
        long difference = aValue - bValue;
        return ((difference + aMask) ^ (difference - bMask)) | aMask | bMask;
    }

    /** The bits that a mask of so many bytes covers. */
    static long ofBytes(int bytes) {
        return bytes >= 8 ? -1L : (1L << 8 * bytes) - 1;
    }

    static long signExtend(long value, int bytes) {
        int shift = 64 - 8 * bytes;
        return value << shift >> shift;
    }
}
