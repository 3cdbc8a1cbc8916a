package dev.relogrid.engine.extern;

/** The three numbers of a kernel's version in one ({@code get_kernel_version}, {@code KERNEL_VERSION}). */
final class Release {
    private static final int NUMBERS = 3;
    private static final long LARGEST_PATCH = 255;
    private static final long WORD = 0xffff_ffffL;

    private Release() {}

    /**
     * Of {@code 6.12.38}, whatever follows it, {@code 6 << 16 | 12 << 8 | 38}, the last number no larger than 255; 0 when
     * the text does not begin with three numbers and dots between them. Of 32 bits.
     */
    static long code(String version) {
        long[] numbers = new long[NUMBERS];
        int at = 0;
        for (int i = 0; i < NUMBERS; i++) {
            if (i > 0) {
                if (at >= version.length() || version.charAt(at) != '.') {
                    return 0;
                }
                at++;
            }
            int from = at;
            while (at < version.length() && version.charAt(at) >= '0' && version.charAt(at) <= '9') {
                numbers[i] = numbers[i] * 10 + version.charAt(at) - '0' & WORD;
                at++;
            }
            if (at == from) {
                return 0;
            }
        }
        return (numbers[0] << 16) + (numbers[1] << 8) + Math.min(numbers[2], LARGEST_PATCH) & WORD;
    }
}
