package dev.relogrid.engine.reach;

import dev.relogrid.engine.insn.Insn;

/**
 * Loads and stores: what is spilled to the stack and filled from it, and loads of constants ({@code check_mem_access},
 * {@code check_stack_write_fixed_off}, {@code check_stack_read_fixed_off}).
 */
final class Memory {
    private static final int MODE = 0xe0;
    private static final int MODE_MEM = 0x60;
    private static final int MODE_MEMSX = 0x80;
    private static final int MODE_ATOMIC = 0xc0;
    private static final int STACK_ARGUMENTS = 11;
    private static final int FETCH = 0x01;
    private static final int EXCHANGE_IF = 0xf1;
    private static final int LOAD_ACQUIRE = 0x100;

    private final Known known;

    Memory(Known known) {
        this.known = known;
    }

    private static int size(int code) {
        return switch (code & 0x18) {
            case 0x00 -> 4;
            case 0x08 -> 2;
            case 0x10 -> 1;
            default -> 8;
        };
    }

    void load(State state, int pc) {
        int code = known.code.code[pc] & 0xff;
        int dst = state.base() + known.code.dst[pc];
        int pointer = state.base() + known.code.src[pc];
        int size = size(code);
        boolean signed = (code & MODE) == MODE_MEMSX;
        int kind = State.kindOf(state.kind[pointer]);
        boolean exact = (signed || (code & MODE) == MODE_MEM)
                && state.mask[pointer] == 0
                && (kind == State.STACK || kind == State.MAP_VALUE)
                && !known.code.isOpaque(pc);
        if (!exact) {
            somethingOf(state, dst, kind, known.code.isOpaque(pc) ? 8 : size);
            return;
        }
        long offset = state.value[pointer] + known.code.off[pc];
        if (kind == State.STACK) {
            fill(state, dst, State.detailOf(state.kind[pointer]), offset, size);
        } else if (known.rules.foldsMaps() && known.constants.load(State.detailOf(state.kind[pointer]), offset, size)) {
            state.constant(dst, known.constants.value, known.constants.origin);
        } else {
            somethingOf(state, dst, kind, size);
        }
        if (signed && state.isConstant(dst)) {
            state.value[dst] = Bits.signExtend(state.value[dst], size);
        } else if (signed) {
            state.unknown(dst);
        }
    }

    /** What memory has that is not known: for one or two bytes a number for sure, for more perhaps a pointer. */
    private static void somethingOf(State state, int dst, int kind, int size) {
        if (size <= 2 || size == 4 && kind == State.MAP_VALUE) {
            state.unknown(dst);
            state.mask[dst] = Bits.ofBytes(size);
        } else {
            state.forget(dst);
        }
    }

    private void fill(State state, int dst, int frame, long offset, int size) {
        int slot = slot(state, frame, offset);
        int first = (int) (offset & 7);
        if (slot < 0 || first + size > 8) {
            state.forget(dst);
            return;
        }
        int kind = State.kindOf(state.kind[slot]);
        if (kind == State.ZEROS) {
            long wanted = ((1L << size) - 1) << first;
            if ((state.value[slot] & wanted) == wanted) {
                state.constant(dst, 0, state.origin[slot]);
            } else {
                state.forget(dst);
            }
        } else if (kind == State.SCALAR) {
            fillNumber(state, dst, slot, first, size);
        } else if (size == 8) {
            state.copy(slot, dst);
        } else {
            state.forget(dst);
        }
    }

    private void fillNumber(State state, int dst, int slot, int first, int size) {
        int spilled = State.detailOf(state.kind[slot]);
        int start = known.little ? first : first - (spilled - size);
        boolean fits = size == spilled ? first == 0 : known.rules.narrowFills() && size < spilled && start == 0;
        if (!fits) {
            state.forget(dst);
            return;
        }
        long bits = Bits.ofBytes(size);
        state.constant(dst, state.value[slot] & bits, state.origin[slot]);
        state.mask[dst] = state.mask[slot] & bits;
    }

    void store(State state, int pc) {
        int code = known.code.code[pc] & 0xff;
        boolean fromRegister = (code & 7) == Insn.STX;
        if (fromRegister && (code & MODE) == MODE_ATOMIC) {
            atomic(state, pc);
            return;
        }
        int pointer = state.base() + known.code.dst[pc];
        int kind = State.kindOf(state.kind[pointer]);
        if (kind != State.STACK) {
            if (kind != State.MAP_VALUE && (state.flags & State.ESCAPED) != 0) {
                state.forgetAllSlots();
            }
            return;
        }
        int frame = State.detailOf(state.kind[pointer]);
        if (state.mask[pointer] != 0 || known.code.isOpaque(pc)) {
            state.forgetFrame(frame);
            return;
        }
        long offset = state.value[pointer] + known.code.off[pc];
        int size = size(code);
        if (fromRegister) {
            spill(state, frame, offset, size, state.base() + known.code.src[pc]);
        } else {
            spillNumber(state, pc, frame, offset, size);
        }
    }

    /**
     * The sixth and further arguments of a call, by way of register 11 ({@code is_stack_arg_stx}): handed over, they are not
     * followed. Whether the instruction is such a one.
     */
    boolean stackArgument(State state, int pc) {
        int code = known.code.code[pc] & 0xff;
        int dst = known.code.dst[pc];
        int src = known.code.src[pc];
        if ((code & MODE) != MODE_MEM) {
            return false;
        }
        switch (code & 7) {
            case Insn.LDX -> {
                if (src != STACK_ARGUMENTS || dst > 9) {
                    return false;
                }
                state.forget(state.base() + dst);
            }
            case Insn.STX, Insn.ST -> {
                if (dst != STACK_ARGUMENTS || src > 10) {
                    return false;
                }
                // what it points to may be written to, or called, by whoever gets it
                state.flags |= State.ESCAPED;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void spill(State state, int frame, long offset, int size, int src) {
        int slot = slot(state, frame, offset);
        int first = (int) (offset & 7);
        if (slot < 0 || first + size > 8) {
            state.forgetSlots(frame, offset, offset + size);
        } else if (state.isConstant(src) && state.value[src] == 0) {
            zero(state, slot, first, size, state.origin[src]);
        } else if (first == 0 && (size == 8 || state.kind[src] == State.SCALAR && known.rules.narrowSpills())) {
            state.copy(src, slot);
            if (state.kind[slot] == State.SCALAR && state.mask[slot] == Bits.UNKNOWN) {
                state.forget(slot);
            } else if (state.kind[slot] == State.SCALAR) {
                state.kind[slot] = State.kind(State.SCALAR, size);
            }
        } else {
            state.forget(slot);
        }
    }

    private void spillNumber(State state, int pc, int frame, long offset, int size) {
        int slot = slot(state, frame, offset);
        int first = (int) (offset & 7);
        if (slot < 0 || first + size > 8) {
            state.forgetSlots(frame, offset, offset + size);
        } else if (!known.rules.storedNumbers()) {
            state.forget(slot);
        } else if (known.code.imm[pc] == 0) {
            zero(state, slot, first, size, known.originOf(pc));
        } else if (first == 0) {
            state.constant(slot, known.code.imm[pc], known.originOf(pc));
            state.kind[slot] = State.kind(State.SCALAR, size);
        } else {
            state.forget(slot);
        }
    }

    /**
     * Newer verifiers take zeros at the start of a slot for a spilled number, which any other write to the slot ends, and
     * only those behind it for zeros that add up; older ones let all add up. Here it is as in the newer.
     */
    private static void zero(State state, int slot, int first, int size, int origin) {
        long bytes = ((1L << size) - 1) << first;
        if (first != 0 && state.kind[slot] == State.ZEROS && (state.value[slot] & 1) == 0) {
            bytes |= state.origin[slot] == origin ? state.value[slot] : 0;
        }
        state.forget(slot);
        state.kind[slot] = State.ZEROS;
        state.value[slot] = bytes;
        state.origin[slot] = origin;
    }

    private void atomic(State state, int pc) {
        int operation = known.code.imm[pc];
        int dst = state.base() + known.code.dst[pc];
        int src = state.base() + known.code.src[pc];
        if (operation == LOAD_ACQUIRE) {
            state.forget(dst);
            return;
        }
        int kind = State.kindOf(state.kind[dst]);
        if (kind == State.STACK) {
            state.forgetFrame(State.detailOf(state.kind[dst]));
        } else if (kind != State.MAP_VALUE && (state.flags & State.ESCAPED) != 0) {
            state.forgetAllSlots();
        }
        if (operation == EXCHANGE_IF) {
            state.forget(state.base());
        } else if ((operation & FETCH) != 0) {
            state.forget(src);
        }
    }

    /** Where the slot with the byte is kept; -1 when it is not one of the frame's. */
    private static int slot(State state, int frame, long offset) {
        if (offset >= 0 || offset < -8L * State.SLOTS || frame > state.frames.depth) {
            return -1;
        }
        return frame * State.STRIDE + State.REGS + (int) ((-offset - 1) >> 3);
    }
}
