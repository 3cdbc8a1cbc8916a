package dev.relogrid.engine.reach;

import org.jspecify.annotations.Nullable;

/**
 * What the verifier of a kernel knows, where versions differ. Each fact is held to be true only from the first version on
 * that certainly has it; what came to a stable series later than to the mainline is told by the third number. Equal rules
 * let the same be concluded.
 *
 * <p>Source: kernel/bpf/verifier.c of 5.10.251, 6.1.176, 6.12.117, 7.2 and 7.3, and the lists of stable patches in Debian's
 * changelogs of linux.
 */
public final class Rules {
    /** Loads from a frozen read-only map at a constant offset are constants: a23740ec43ba, 5.5. */
    private static final int FOLDS_MAPS = 1;
    /** XOR of constants is a constant: 2921c90d4718, 5.10. */
    private static final int FOLDS_XOR = 1 << 1;
    /** A pointer to a map's value is known not to be null: cac616db39c2, 5.8. */
    private static final int MAP_VALUE_NOT_NULL = 1 << 2;
    /** A register spilled by less than 8 bytes is still known: 354e8f1970f8, 5.16; 5.10.178 at the latest. */
    private static final int NARROW_SPILLS = 1 << 3;
    /** A number stored at once is known: ecdf985d7615, 6.4 at the latest; 5.10.191 and 6.1.37 at the latest. */
    private static final int STORED_NUMBERS = 1 << 4;
    /** Less than what was spilled may be filled: c1e6148cb4f8, 6.9. */
    private static final int NARROW_FILLS = 1 << 5;
    /** Global functions are looked at only when they are called: 2afae08c9dcb, 6.8. */
    private static final int LAZY_GLOBALS = 1 << 6;
    /** The address of a kernel function is known not to be null (PTR_TO_MEM in reg_not_null): 6.12 has it. */
    private static final int KFUNC_NOT_NULL = 1 << 7;

    private final int facts;

    private Rules(int facts) {
        this.facts = facts;
    }

    /** Those of a kernel release, by the first three of its numbers; the third may be 0 when it is not known. */
    public static Rules of(int major, int minor, int patch) {
        int version = major * 1000 + minor;
        int facts = 0;
        facts |= version >= 5005 ? FOLDS_MAPS : 0;
        facts |= version >= 5008 ? MAP_VALUE_NOT_NULL : 0;
        facts |= version >= 5010 ? FOLDS_XOR : 0;
        facts |= version >= 5016 || version == 5010 && patch >= 178 ? NARROW_SPILLS : 0;
        boolean stable = version == 5010 && patch >= 191 || version == 6001 && patch >= 37;
        facts |= version >= 6004 || stable ? STORED_NUMBERS : 0;
        facts |= version >= 6008 ? LAZY_GLOBALS : 0;
        facts |= version >= 6009 ? NARROW_FILLS : 0;
        facts |= version >= 6012 ? KFUNC_NOT_NULL : 0;
        return new Rules(facts);
    }

    /**
     * Those of a kernel that tells its version by that text, such as {@code 6.1.176-1} or {@code 5.10.0-43-amd64}; those of
     * the oldest when it begins with no number.
     */
    public static Rules ofVersion(String text) {
        int[] numbers = new int[3];
        int at = 0;
        for (int i = 0; i < text.length() && at < numbers.length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                numbers[at] = Math.min(numbers[at] * 10 + c - '0', 1 << 20);
            } else if (c == '.') {
                at++;
            } else {
                break;
            }
        }
        return of(numbers[0], numbers[1], numbers[2]);
    }

    boolean foldsMaps() {
        return (facts & FOLDS_MAPS) != 0;
    }

    boolean foldsXor() {
        return (facts & FOLDS_XOR) != 0;
    }

    boolean mapValueNotNull() {
        return (facts & MAP_VALUE_NOT_NULL) != 0;
    }

    boolean narrowSpills() {
        return (facts & NARROW_SPILLS) != 0;
    }

    boolean storedNumbers() {
        return (facts & STORED_NUMBERS) != 0;
    }

    boolean narrowFills() {
        return (facts & NARROW_FILLS) != 0;
    }

    boolean lazyGlobals() {
        return (facts & LAZY_GLOBALS) != 0;
    }

    boolean kfuncNotNull() {
        return (facts & KFUNC_NOT_NULL) != 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Rules rules && rules.facts == facts;
    }

    @Override
    public int hashCode() {
        return facts;
    }

    @Override
    public String toString() {
        return "rules " + Integer.toBinaryString(facts);
    }
}
