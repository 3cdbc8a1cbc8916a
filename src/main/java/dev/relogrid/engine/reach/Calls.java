package dev.relogrid.engine.reach;

import dev.relogrid.engine.object.MapDef;
import java.util.List;

/** What a call of a helper, a kernel function or a global function leaves of what was known. */
final class Calls {
    /** libbpf's poisons: a relocation that failed, and from the second on those of maps and kernel functions. */
    private static final int POISON = 195_896_080;

    private static final int OTHER_POISONS = 2_001_000_000;
    private static final int POISONS_END = 2_003_000_000;

    private final Known known;
    private final List<MapDef> maps;

    Calls(Known known, List<MapDef> maps) {
        this.known = known;
        this.maps = maps;
    }

    static boolean isPoison(int helper) {
        return helper == POISON || helper >= OTHER_POISONS && helper < POISONS_END;
    }

    /** A helper by its number; 0 for anything else that is called. */
    void run(State state, int helper) {
        int base = state.base();
        if ((state.flags & State.ESCAPED) != 0) {
            state.forgetAllSlots();
        }
        boolean callsBack = false;
        for (int register = 1; register <= 5; register++) {
            callsBack |= State.kindOf(state.kind[base + register]) == State.FUNCTION;
        }
        for (int register = 1; register <= 5; register++) {
            if (State.kindOf(state.kind[base + register]) == State.STACK) {
                if (callsBack) {
                    callBack(state, base + register);
                } else {
                    hand(state, base, register, helper);
                }
            }
        }
        for (int register = 0; register <= 5; register++) {
            state.forget(base + register);
        }
    }

    /** What a callback gets a pointer to it may read and write, and follow what pointers it finds there. */
    private static void callBack(State state, int at) {
        for (int frame = 0; frame <= state.frames.depth; frame++) {
            for (int slot = 0; slot < State.SLOTS; slot++) {
                if (State.kindOf(state.kind[frame * State.STRIDE + State.REGS + slot]) == State.STACK) {
                    state.forgetAllSlots();
                    return;
                }
            }
        }
        state.forgetFrame(State.detailOf(state.kind[at]));
    }

    private void hand(State state, int base, int register, int helper) {
        int at = base + register;
        int frame = State.detailOf(state.kind[at]);
        int memory = HelperMemory.of(helper, register);
        if (memory == HelperMemory.NONE) {
            return;
        }
        if (state.mask[at] != 0) {
            state.forgetFrame(frame);
            return;
        }
        long size = size(state, base, memory);
        long from = state.value[at];
        state.forgetSlots(frame, from, size < 0 || size > -from ? 0 : from + size);
    }

    /** Bytes; -1 when not known. */
    private long size(State state, int base, int memory) {
        int register = HelperMemory.sizeArgument(memory);
        if (register > 0) {
            int at = base + register;
            boolean usable = state.isConstant(at) && !known.origins.isOpaque(state.origin[at]);
            return usable ? state.value[at] : -1;
        }
        if (memory == HelperMemory.REST || state.kind[base + 1] != State.MAP) {
            return -1;
        }
        MapDef map = maps.get((int) state.value[base + 1]);
        long size = memory == HelperMemory.KEY ? map.keySize() : map.valueSize();
        return size > 0 ? size : -1;
    }
}
