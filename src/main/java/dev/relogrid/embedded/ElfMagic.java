package dev.relogrid.embedded;

/** The four bytes ELF files begin with. All differ, so one look at every fourth byte finds them. */
final class ElfMagic {
    private ElfMagic() {}

    /** Where the first whole magic of {@code data} between {@code from} and {@code to} begins, or -1. */
    static int find(byte[] data, int from, int to) {
        for (int i = from + 3; i < to; i += 4) {
            byte b = data[i];
            if (b == 'F' || b == 'L' || b == 'E' || b == 0x7f) {
                int start = i - (b == 'F' ? 3 : b == 'L' ? 2 : b == 'E' ? 1 : 0);
                if (isAt(data, start, to)) {
                    return start;
                }
            }
        }
        return -1;
    }

    static boolean isAt(byte[] data, int at, int to) {
        return to - at >= 4 && data[at] == 0x7f && data[at + 1] == 'E' && data[at + 2] == 'L' && data[at + 3] == 'F';
    }
}
