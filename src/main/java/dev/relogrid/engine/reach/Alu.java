package dev.relogrid.engine.reach;

/** Arithmetic, as far as every verifier computes it ({@code check_alu_op}, {@code adjust_scalar_min_max_vals}). */
final class Alu {
    private static final int ADD = 0x00;
    private static final int SUB = 0x10;
    private static final int MUL = 0x20;
    private static final int OR = 0x40;
    private static final int AND = 0x50;
    private static final int LSH = 0x60;
    private static final int RSH = 0x70;
    private static final int XOR = 0xa0;
    private static final int MOV = 0xb0;
    private static final int ARSH = 0xc0;
    /** Beyond it the verifier takes no pointer ({@code BPF_MAX_VAR_OFF}). */
    private static final long FARTHEST = 1 << 29;

    private final Known known;
    /** The right side: its known bits and origins. */
    private long value;

    private long mask;
    private int origin;

    Alu(Known known) {
        this.known = known;
    }

    /** Computes the instruction at {@code pc} in the state's innermost frame. */
    void run(State state, int pc) {
        int code = known.code.code[pc] & 0xff;
        int dst = state.base() + known.code.dst[pc];
        boolean wide = (code & 7) == 7;
        int operation = code & 0xf0;
        if (operation == MOV) {
            move(state, pc, dst, wide);
            return;
        }
        if ((code & 0x08) == 0) {
            value = known.code.imm[pc];
            mask = 0;
            origin = known.originOf(pc);
            boolean shift = wide && (operation == LSH || operation == RSH || operation == ARSH);
            known.versions.computed(state.origin[dst], origin, shift, value);
            compute(state, dst, operation, wide, known.code.off[pc] != 0);
            return;
        }
        int src = state.base() + known.code.src[pc];
        known.versions.computed(state.origin[dst], state.origin[src], false, 0);
        if (State.kindOf(state.kind[src]) == State.SCALAR) {
            value = state.value[src];
            mask = state.mask[src];
            origin = state.origin[src];
            compute(state, dst, operation, wide, known.code.off[pc] != 0);
        } else {
            withPointer(state, dst, src, wide ? operation : -1);
        }
    }

    private void move(State state, int pc, int dst, boolean wide) {
        int off = known.code.off[pc];
        if ((known.code.code[pc] & 0x08) == 0) {
            long number = known.code.imm[pc];
            state.constant(dst, wide ? number : number & Bits.LOW, known.originOf(pc));
            return;
        }
        int src = state.base() + known.code.src[pc];
        boolean number = state.kind[src] == State.SCALAR;
        if (wide && off == 0 && known.code.imm[pc] == 0) {
            state.copy(src, dst);
        } else if (off == 0 && number) {
            state.copy(src, dst);
            state.value[dst] &= Bits.LOW;
            state.mask[dst] &= Bits.LOW;
        } else if ((off == 8 || off == 16 || off == 32) && state.isConstant(src)) {
            known.versions.computed(state.origin[src], OriginPool.NONE, false, 0);
            long extended = Bits.signExtend(state.value[src], off / 8);
            state.constant(dst, wide ? extended : extended & Bits.LOW, state.origin[src]);
        } else if (wide) {
            state.forget(dst);
        } else {
            unknownLow(state, dst);
        }
    }

    /** Of 32-bit arithmetic at least this is known: the upper half is 0. */
    private static void unknownLow(State state, int dst) {
        state.unknown(dst);
        state.mask[dst] = Bits.LOW;
    }

    private void compute(State state, int dst, int operation, boolean wide, boolean signed) {
        boolean adds = operation == ADD || operation == SUB;
        if (state.kind[dst] != State.SCALAR) {
            if (adds && wide || operation == SUB) {
                addToUnknown(state, dst, wide ? operation : -1);
                return;
            }
            // on a pointer the verifier allows nothing else, so it is a number
            state.unknown(dst);
        }
        long a = state.value[dst];
        long aMask = state.mask[dst];
        if (!wide) {
            a &= Bits.LOW;
            aMask &= Bits.LOW;
            value &= Bits.LOW;
            mask &= Bits.LOW;
        }
        // what little could be known of the result would depend on the opaque number
        boolean useless =
                aMask != 0 && known.origins.isOpaque(origin) || mask != 0 && known.origins.isOpaque(state.origin[dst]);
        int all = known.origins.union(state.origin[dst], origin);
        state.unknown(dst);
        if (signed || useless || !apply(state, dst, operation, wide, a, aMask)) {
            return;
        }
        if (!wide) {
            state.value[dst] &= Bits.LOW;
            state.mask[dst] &= Bits.LOW;
        }
        state.value[dst] &= ~state.mask[dst];
        state.origin[dst] = state.mask[dst] == Bits.UNKNOWN ? OriginPool.NONE : all;
    }

    /** Computes the bits; false when the verifier knows nothing of the result. */
    private boolean apply(State state, int dst, int operation, boolean wide, long a, long aMask) {
        long result = 0;
        long unknown = 0;
        if (mask != 0 && operation != ADD && operation != SUB && operation != AND) {
            return false;
        }
        switch (operation) {
            case ADD -> {
                result = a + value;
                unknown = Bits.sumMask(a, aMask, value, mask);
            }
            case SUB -> {
                result = a - value;
                unknown = Bits.differenceMask(a, aMask, value, mask);
            }
            case AND -> {
                result = a & value;
                unknown = (a | aMask) & (value | mask) & ~result;
            }
            case OR -> {
                result = a | value;
                unknown = aMask & ~result;
            }
            case XOR -> {
                result = a ^ value;
                unknown = known.rules.foldsXor() ? aMask : Bits.UNKNOWN;
            }
            case MUL -> {
                result = a * value;
                unknown = aMask == 0 ? 0 : Bits.UNKNOWN;
            }
            case LSH, RSH, ARSH -> {
                return shift(state, dst, operation, wide, a, aMask);
            }
            default -> {
                return false;
            }
        }
        state.value[dst] = result;
        state.mask[dst] = unknown;
        return true;
    }

    private boolean shift(State state, int dst, int operation, boolean wide, long a, long aMask) {
        if (Long.compareUnsigned(value, wide ? 63 : 31) > 0) {
            known.opaqueMattered |= known.origins.isOpaque(origin);
            return false;
        }
        int by = (int) value;
        if (operation == LSH) {
            state.value[dst] = a << by;
            state.mask[dst] = aMask << by;
        } else if (operation == RSH) {
            state.value[dst] = a >>> by;
            state.mask[dst] = aMask >>> by;
        } else {
            state.value[dst] = wide ? a >> by : (int) a >> by;
            state.mask[dst] = wide ? aMask >> by : (int) aMask >> by;
        }
        return true;
    }

    /** Not a number for sure on the left, a number on the right; {@code operation} is -1 when only 32 bits are computed. */
    private void addToUnknown(State state, int dst, int operation) {
        int kind = State.kindOf(state.kind[dst]);
        if (operation < 0) {
            state.unknown(dst);
        } else if (kind == State.STACK || kind == State.MAP_VALUE) {
            moveBy(state, dst, operation == ADD ? value : -value);
        } else {
            state.forget(dst);
        }
    }

    private void moveBy(State state, int dst, long by) {
        boolean bounded = by > -FARTHEST && by < FARTHEST;
        long offset = state.value[dst] + by;
        if (mask != 0
                || state.mask[dst] != 0
                || !bounded
                || offset <= -FARTHEST
                || offset >= FARTHEST
                || known.origins.isOpaque(origin)) {
            state.value[dst] = 0;
            state.mask[dst] = Bits.UNKNOWN;
        } else {
            state.value[dst] = offset;
        }
    }

    /** Something on the right that is not a number for sure. */
    private void withPointer(State state, int dst, int src, int operation) {
        int left = State.kindOf(state.kind[dst]);
        int right = State.kindOf(state.kind[src]);
        boolean leftMoves = left == State.STACK || left == State.MAP_VALUE;
        if (operation < 0) {
            state.unknown(dst);
        } else if (operation == ADD && (right == State.STACK || right == State.MAP_VALUE) && !leftMoves) {
            addToPointer(state, dst, src);
        } else if ((operation == ADD || operation == SUB) && leftMoves && right != State.STACK) {
            state.value[dst] = 0;
            state.mask[dst] = Bits.UNKNOWN;
        } else if (operation == ADD || operation == SUB) {
            state.forget(dst);
        } else {
            state.unknown(dst);
        }
    }

    private void addToPointer(State state, int dst, int src) {
        boolean number = state.kind[dst] == State.SCALAR;
        value = number ? state.value[dst] : 0;
        mask = number ? state.mask[dst] : Bits.UNKNOWN;
        origin = state.origin[dst];
        state.copy(src, dst);
        moveBy(state, dst, value);
    }
}
