package dev.relogrid.engine.reach;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is known on one path at one instruction: for each frame its registers and the 8-byte slots of its stack, each a kind
 * with two numbers and the set of its origins, in arrays of {@link #STRIDE} per frame. Slot 0 is the one next to the frame
 * pointer.
 */
final class State {
    static final int REGS = 11;
    static final int SLOTS = 64;
    static final int STRIDE = REGS + SLOTS;
    static final int MAX_FRAMES = 8;

    /** Nothing is known; for a slot, not even that it was written. */
    static final int ANY = 0;
    /** A number, with the bits known of it; in a slot the bytes that were spilled are in the kind. */
    static final int SCALAR = 1;
    /** A number that is not 0. */
    static final int NONZERO = 2;
    /** A pointer into the stack of the frame in the kind: its offset, if the mask is 0. */
    static final int STACK = 3;
    /** A pointer into the value of a map, of the constants whose region is in the kind: its offset, if the mask is 0. */
    static final int MAP_VALUE = 4;
    /** The address of the function whose number is the value. */
    static final int FUNCTION = 5;
    /** A map, of the number that is the value. */
    static final int MAP = 6;
    /** Some other pointer known not to be null. */
    static final int NOT_NULL = 7;
    /** A slot of which the bytes whose bits are set in the value are 0. */
    static final int ZEROS = 8;

    /** Flag: a constant that explained nothing was forgotten. */
    static final int FORGOT = 1;
    /** Flag: whether this is reached depends on something that was forgotten. */
    static final int UNSURE = 2;
    /** Flag: a pointer into the stack was forgotten, so that any pointer may be one. */
    static final int ESCAPED = 4;

    /** The number of the function {@code pc} is in, or just behind. */
    int function;

    int pc;
    int flags;
    Frames frames;

    @Nullable
    Path path;

    @Nullable
    Rounds rounds;

    int[] kind;
    long[] value;
    long[] mask;
    int[] origin;

    /** At the start of a function that is looked at by itself: nothing is known of its arguments. */
    State(int function, int pc, Frames outermost) {
        this.function = function;
        this.pc = pc;
        this.frames = outermost;
        this.kind = new int[STRIDE];
        this.value = new long[STRIDE];
        this.mask = new long[STRIDE];
        this.origin = new int[STRIDE];
        pointer(10, STACK, 0);
    }

    private State(State from) {
        function = from.function;
        pc = from.pc;
        flags = from.flags;
        frames = from.frames;
        path = from.path;
        rounds = from.rounds;
        int size = from.base() + STRIDE;
        kind = Arrays.copyOf(from.kind, size);
        value = Arrays.copyOf(from.value, size);
        mask = Arrays.copyOf(from.mask, size);
        origin = Arrays.copyOf(from.origin, size);
    }

    State copy() {
        return new State(this);
    }

    static int kindOf(int kind) {
        return kind & 0xff;
    }

    /** A frame, a region of constants or a number of spilled bytes, as the kind has it. */
    static int detailOf(int kind) {
        return kind >>> 8;
    }

    static int kind(int kind, int detail) {
        return kind | detail << 8;
    }

    /** Where the innermost frame begins in the arrays. */
    int base() {
        return frames.depth * STRIDE;
    }

    void forget(int at) {
        kind[at] = ANY;
        value[at] = 0;
        mask[at] = 0;
        origin[at] = OriginPool.NONE;
    }

    void unknown(int at) {
        forget(at);
        kind[at] = SCALAR;
        mask[at] = Bits.UNKNOWN;
    }

    void constant(int at, long number, int from) {
        kind[at] = SCALAR;
        value[at] = number;
        mask[at] = 0;
        origin[at] = from;
    }

    void pointer(int at, int newKind, long offset) {
        kind[at] = newKind;
        value[at] = offset;
        mask[at] = 0;
        origin[at] = OriginPool.NONE;
    }

    void copy(int from, int to) {
        kind[to] = kind[from];
        value[to] = value[from];
        mask[to] = mask[from];
        origin[to] = origin[from];
    }

    boolean isConstant(int at) {
        return kind[at] == SCALAR && mask[at] == 0;
    }

    /** Enters a function: its frame has the arguments and nothing else. */
    void enter(int callee, int callerCall) {
        int outer = base();
        Frames inner = frames.calling(callerCall, function);
        function = callee;
        frames = inner;
        int size = (inner.depth + 1) * STRIDE;
        if (kind.length < size) {
            kind = Arrays.copyOf(kind, size);
            value = Arrays.copyOf(value, size);
            mask = Arrays.copyOf(mask, size);
            origin = Arrays.copyOf(origin, size);
        }
        clear(base());
        for (int register = 1; register <= 5; register++) {
            copy(outer + register, base() + register);
        }
        pointer(base() + 10, kind(STACK, inner.depth), 0);
    }

    /** Leaves a function for the instruction after its call, with what it returns. */
    void leave() {
        int inner = base();
        pc = frames.call + 1;
        function = frames.caller;
        frames = frames.outer();
        int outer = base();
        copy(inner, outer);
        if (kindOf(kind[outer]) == STACK && detailOf(kind[outer]) > frames.depth) {
            forget(outer);
        }
        clear(inner);
        for (int register = 1; register <= 5; register++) {
            forget(outer + register);
        }
    }

    private void clear(int from) {
        Arrays.fill(kind, from, from + STRIDE, ANY);
        Arrays.fill(value, from, from + STRIDE, 0);
        Arrays.fill(mask, from, from + STRIDE, 0);
        Arrays.fill(origin, from, from + STRIDE, OriginPool.NONE);
    }

    /** Forgets the slots of a frame that the bytes from {@code from} to before {@code to}, both below 0, lie in. */
    void forgetSlots(int frame, long from, long to) {
        int deepest = (int) Math.min(SLOTS - 1L, (-from - 1) >> 3);
        int nearest = (int) Math.max(0L, -to >> 3);
        for (int slot = nearest; slot <= deepest; slot++) {
            forget(frame * STRIDE + REGS + slot);
        }
    }

    void forgetFrame(int frame) {
        forgetSlots(frame, -8L * SLOTS, 0);
    }

    void forgetAllSlots() {
        for (int frame = 0; frame <= frames.depth; frame++) {
            forgetFrame(frame);
        }
    }
}
