package dev.relogrid.engine.reach;

/**
 * How an exploration made use of {@code LINUX_KERNEL_VERSION}, which differs from build to build: as long as it is only
 * compared, the same is found for every version for which the comparisons end alike.
 */
final class VersionUse {
    private static final String NAME = "LINUX_KERNEL_VERSION";
    private static final int HALF = 32;
    /** Versions are numbers of 32 bits, and signed ones to most programs. */
    private static final long LARGEST = Integer.MAX_VALUE;

    private final OriginPool pool;
    private int atom = -1;
    private long value = -1;
    private boolean computed;
    private long from;
    private long to = LARGEST;

    VersionUse(OriginPool pool) {
        this.pool = pool;
    }

    static boolean isVersion(String option) {
        return option.equals(NAME);
    }

    /** Notes which set of origins is the version's alone. */
    void is(int origin) {
        atom = origin;
    }

    private boolean isIn(int origins) {
        return atom >= 0 && origins != OriginPool.NONE && pool.contains(origins, atom);
    }

    /** A number was read that may be the version, or a part of it. */
    void loaded(int origin, long number, boolean whole) {
        if (isIn(origin)) {
            computed |= !whole || number < 0 || number > LARGEST;
            value = number;
        }
    }

    /** Something was computed of a number. There and back by 32 bits changes nothing, and is how signs are extended. */
    void computed(int leftOrigin, int rightOrigin, boolean isShift, long right) {
        computed |= isIn(rightOrigin) || isIn(leftOrigin) && !(isShift && right == HALF);
    }

    /** A comparison with a number on the right was decided. */
    void compared(int operation, long left, int leftOrigin, long right, int rightOrigin, boolean taken) {
        if (!isIn(leftOrigin) && !isIn(rightOrigin)) {
            return;
        }
        if (isIn(rightOrigin) || left != value || operation == Branches.SET) {
            computed = true;
        } else {
            narrow(operation, operation < Branches.SIGNED_GREATER && right < 0 ? Long.MAX_VALUE : right, taken);
        }
    }

    private void narrow(int operation, long right, boolean taken) {
        switch (operation) {
            case Branches.EQUAL, Branches.NOT_EQUAL -> {
                boolean equal = taken == (operation == Branches.EQUAL);
                atLeast(equal ? right : value > right ? right + 1 : 0);
                atMost(equal ? right : value < right ? right - 1 : LARGEST);
            }
            case Branches.GREATER, Branches.SIGNED_GREATER -> above(right, taken);
            case Branches.LESS_EQUAL, Branches.SIGNED_LESS_EQUAL -> above(right, !taken);
            case Branches.GREATER_EQUAL, Branches.SIGNED_GREATER_EQUAL -> above(right - 1, taken);
            default -> above(right - 1, !taken);
        }
    }

    /** It is greater than the bound, or it is not. */
    private void above(long bound, boolean greater) {
        if (greater) {
            atLeast(bound + 1);
        } else {
            atMost(bound);
        }
    }

    private void atLeast(long least) {
        from = Math.max(from, least);
    }

    private void atMost(long most) {
        to = Math.min(to, most);
    }

    /** The least version for which the same is found. */
    long from() {
        return computed ? value : from;
    }

    /** The greatest version for which the same is found. */
    long to() {
        return computed ? value : to;
    }
}
