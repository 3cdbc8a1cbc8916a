package dev.relogrid.engine.feature;

import java.util.Arrays;

/**
 * What the registers of a program hold of its context, each a number: {@link #UNKNOWN}, the {@link #CONTEXT} itself, what
 * was loaded from an offset in it, or the offset of a struct's member that an instruction loaded.
 */
final class Values {
    static final int UNKNOWN = 0;
    static final int CONTEXT = 1;

    private static final int REGISTERS = 11;
    private static final int LOADED = 1 << 28;
    private static final int MEMBER = 1 << 29;
    private static final int LOW = LOADED - 1;

    private final int[] held;

    Values() {
        this(new int[REGISTERS]);
    }

    private Values(int[] held) {
        this.held = held;
    }

    static int loaded(int offset) {
        return LOADED | offset & 0xffff;
    }

    static boolean isLoaded(int value) {
        return (value & LOADED) != 0;
    }

    /** Signed, 16 bits. */
    static int offset(int loaded) {
        return (short) loaded;
    }

    static int member(int insn) {
        return MEMBER | insn & LOW;
    }

    static boolean isMember(int value) {
        return (value & MEMBER) != 0;
    }

    static int insn(int member) {
        return member & LOW;
    }

    int get(int register) {
        return register < REGISTERS ? held[register] : UNKNOWN;
    }

    /** Changes these values; for building the first. */
    void set(int register, int value) {
        held[register] = value;
    }

    Values with(int register, int value) {
        if (register >= REGISTERS || held[register] == value) {
            return this;
        }
        int[] changed = held.clone();
        changed[register] = value;
        return new Values(changed);
    }

    /** What both agree on. */
    Values meet(Values other) {
        int[] both = held.clone();
        for (int i = 0; i < REGISTERS; i++) {
            both[i] = both[i] == other.held[i] ? both[i] : UNKNOWN;
        }
        return new Values(both);
    }

    /** A call leaves the registers from 6 on as they are. */
    Values afterCall() {
        int[] kept = held.clone();
        Arrays.fill(kept, 0, 6, UNKNOWN);
        return new Values(kept);
    }

    /** What a function that is called gets of them: offsets of members mean nothing there. */
    Values arguments() {
        int[] given = new int[REGISTERS];
        for (int i = 1; i < 6; i++) {
            given[i] = isMember(held[i]) ? UNKNOWN : held[i];
        }
        return new Values(given);
    }

    boolean isAny() {
        for (int value : held) {
            if (value != UNKNOWN) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Values values && Arrays.equals(held, values.held);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(held);
    }

    @Override
    public String toString() {
        return Arrays.toString(held);
    }
}
