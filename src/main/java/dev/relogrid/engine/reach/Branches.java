package dev.relogrid.engine.reach;

/** Comparisons: which way they go where both sides are known, and what is known once a way is gone. */
final class Branches {
    static final int BOTH = -1;
    static final int NOT_TAKEN = 0;
    static final int TAKEN = 1;

    static final int EQUAL = 0x10;
    static final int GREATER = 0x20;
    static final int GREATER_EQUAL = 0x30;
    static final int SET = 0x40;
    static final int NOT_EQUAL = 0x50;
    static final int SIGNED_GREATER = 0x60;
    static final int SIGNED_GREATER_EQUAL = 0x70;
    static final int LESS = 0xa0;
    static final int LESS_EQUAL = 0xb0;
    static final int SIGNED_LESS = 0xc0;
    static final int SIGNED_LESS_EQUAL = 0xd0;

    private final Known known;
    /** The right side of the last comparison, and the origins of both sides together. */
    private boolean rightKnown;

    private long right;
    private int rightOrigin;
    int origins;

    Branches(Known known) {
        this.known = known;
    }

    static boolean isComparison(int operation) {
        return operation >= EQUAL && operation <= SIGNED_GREATER_EQUAL
                || operation >= LESS && operation <= SIGNED_LESS_EQUAL;
    }

    /** {@link #TAKEN}, {@link #NOT_TAKEN} or {@link #BOTH}; leaves what decided it in {@link #origins}. */
    int decide(State state, int pc) {
        int way = way(state, pc);
        if (way != BOTH) {
            int code = known.code.code[pc] & 0xff;
            boolean wide = (code & 7) == 5;
            int dst = state.base() + known.code.dst[pc];
            int operation = code & 0xf0;
            boolean signed = operation == SIGNED_GREATER
                    || operation == SIGNED_GREATER_EQUAL
                    || operation == SIGNED_LESS
                    || operation == SIGNED_LESS_EQUAL;
            known.versions.compared(
                    operation,
                    wide ? state.value[dst] : state.value[dst] & Bits.LOW,
                    state.origin[dst],
                    !wide && signed ? (int) right : right,
                    rightOrigin,
                    way == TAKEN);
        }
        return way;
    }

    private int way(State state, int pc) {
        int code = known.code.code[pc] & 0xff;
        boolean wide = (code & 7) == 5;
        int dst = state.base() + known.code.dst[pc];
        readRight(state, pc, code, wide);
        origins = known.origins.union(state.origin[dst], rightOrigin);
        if (!rightKnown) {
            return BOTH;
        }
        int operation = code & 0xf0;
        if (State.kindOf(state.kind[dst]) != State.SCALAR) {
            boolean notNull = wide && right == 0 && isNotNull(state, dst);
            return !notNull ? BOTH : operation == EQUAL ? NOT_TAKEN : operation == NOT_EQUAL ? TAKEN : BOTH;
        }
        long bits = wide ? -1L : Bits.LOW;
        long left = state.value[dst] & bits;
        long mask = state.mask[dst] & bits;
        if (operation == SET) {
            return (left & ~mask & right) != 0 ? TAKEN : ((left | mask) & right) == 0 ? NOT_TAKEN : BOTH;
        }
        return mask != 0 ? BOTH : compare(operation, left, right, wide) ? TAKEN : NOT_TAKEN;
    }

    private void readRight(State state, int pc, int code, boolean wide) {
        long bits = wide ? -1L : Bits.LOW;
        if ((code & 0x08) == 0) {
            rightKnown = true;
            right = known.code.imm[pc] & bits;
            rightOrigin = known.originOf(pc);
            return;
        }
        int src = state.base() + known.code.src[pc];
        rightKnown = state.kind[src] == State.SCALAR && (state.mask[src] & bits) == 0;
        right = state.value[src] & bits;
        rightOrigin = state.origin[src];
    }

    /** Whether the verifier knows it is not null ({@code reg_not_null}). */
    private boolean isNotNull(State state, int at) {
        return switch (State.kindOf(state.kind[at])) {
            case State.NONZERO -> true;
            case State.MAP_VALUE -> state.mask[at] == 0 && known.rules.mapValueNotNull();
            case State.NOT_NULL -> true;
            default -> false;
        };
    }

    private static boolean compare(int operation, long a, long b, boolean wide) {
        long left = wide ? a : (int) a;
        long right = wide ? b : (int) b;
        return switch (operation) {
            case EQUAL -> a == b;
            case NOT_EQUAL -> a != b;
            case GREATER -> Long.compareUnsigned(a, b) > 0;
            case GREATER_EQUAL -> Long.compareUnsigned(a, b) >= 0;
            case LESS -> Long.compareUnsigned(a, b) < 0;
            case LESS_EQUAL -> Long.compareUnsigned(a, b) <= 0;
            case SIGNED_GREATER -> left > right;
            case SIGNED_GREATER_EQUAL -> left >= right;
            case SIGNED_LESS -> left < right;
            default -> left <= right;
        };
    }

    /** Notes what the way just gone says of the left side: after {@code ==} a number is what it was compared with. */
    void refine(State state, int pc, boolean taken) {
        int code = known.code.code[pc] & 0xff;
        int operation = code & 0xf0;
        int dst = state.base() + known.code.dst[pc];
        boolean equal = operation == EQUAL && taken || operation == NOT_EQUAL && !taken;
        if (!equal || !rightKnown || state.kind[dst] != State.SCALAR) {
            return;
        }
        if ((code & 7) == 5) {
            state.constant(dst, right, rightOrigin);
        } else {
            state.value[dst] = state.value[dst] & ~Bits.LOW | right;
            state.mask[dst] &= ~Bits.LOW;
            state.origin[dst] = known.origins.union(state.origin[dst], rightOrigin);
        }
    }
}
