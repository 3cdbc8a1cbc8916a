package dev.relogrid.engine.feature;

import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What a program loads from its context, and what it takes the loaded values for: a value to which the offset of a
 * struct's member is added, or from which such a member is loaded, is taken for a pointer to that struct. Follows values
 * through registers and into functions that get them as arguments; a register that holds different things on different
 * ways is not followed on.
 */
final class ContextReads {
    /** A function longer than that is not looked at; kernels' own limit for one that needs no privileges is 4096. */
    private static final int MOST_INSNS = 1 << 16;

    /** Functions are gone through once for all they may be given; beyond that many times no further. */
    private static final int MOST_CALLS = 256;

    private final BpfObject object;
    private final MemberAccesses accesses;
    private final IdentityHashMap<Program, Set<Values>> followed = new IdentityHashMap<>();
    private int calls;
    private final List<Load> loads = new ArrayList<>();
    private final List<Use> uses = new ArrayList<>();

    /** @param offset bytes into the context */
    record Load(Program function, int insn, int offset) {}

    /**
     * @param offset bytes into the context from where the value came
     * @param type the struct in the object's types
     */
    record Use(Program function, int insn, int offset, int type) {}

    ContextReads(BpfObject object, MemberAccesses accesses) {
        this.object = object;
        this.accesses = accesses;
    }

    /** Goes through a program that is given its context in the first register. */
    ContextReads of(Program program) {
        Values first = new Values();
        first.set(1, Values.CONTEXT);
        follow(program, first);
        return this;
    }

    /** In the order in which they were met, functions after what calls them; each once. */
    List<Load> loads() {
        return loads;
    }

    List<Use> uses() {
        return uses;
    }

    private void follow(Program function, Values given) {
        if (function.insnCount() > MOST_INSNS
                || calls >= MOST_CALLS
                || !followed.computeIfAbsent(function, key -> new HashSet<>()).add(given)) {
            return;
        }
        calls++;
        Values[] at = new ValueFlow(function).from(given);
        List<Program> callees = new ArrayList<>();
        List<Values> arguments = new ArrayList<>();
        for (int i = 0; i < function.insnCount(); i++) {
            Values values = at[i];
            Insn insn = function.insn(i);
            if (values != null) {
                note(function, i, insn, values);
                if (insn.code() == Insn.CALL
                        && values.arguments().isAny()
                        && object.reference(function, i) instanceof Reference.ToFunction callee) {
                    callees.add(callee.function());
                    arguments.add(values.arguments());
                }
            }
        }
        for (int i = 0; i < callees.size(); i++) {
            follow(callees.get(i), arguments.get(i));
        }
    }

    private void note(Program function, int i, Insn insn, Values values) {
        if (insn.insnClass() == Insn.LDX) {
            int base = values.get(insn.src());
            if (base == Values.CONTEXT) {
                loads.add(new Load(function, i, insn.off()));
            } else {
                use(function, i, base, accesses.struct(function, i));
            }
        } else if (insn.code() == 0x07) {
            use(function, i, values.get(insn.dst()), accesses.struct(function, i));
        } else if (insn.code() == 0x0f) {
            int left = values.get(insn.dst());
            int right = values.get(insn.src());
            if (Values.isMember(right)) {
                use(function, i, left, accesses.struct(function, Values.insn(right)));
            } else if (Values.isMember(left)) {
                use(function, i, right, accesses.struct(function, Values.insn(left)));
            }
        }
    }

    private void use(Program function, int insn, int value, int type) {
        if (type != 0 && Values.isLoaded(value)) {
            uses.add(new Use(function, insn, Values.offset(value), type));
        }
    }

    /** One function's instructions, and what registers hold in front of each. */
    private final class ValueFlow {
        private final Program function;
        private final Values[] at;
        private final List<Integer> open = new ArrayList<>();

        ValueFlow(Program function) {
            this.function = function;
            this.at = new Values[function.insnCount()];
        }

        Values[] from(Values given) {
            reach(0, given);
            while (!open.isEmpty()) {
                int i = open.removeLast();
                Insn insn = function.insn(i);
                Values after = after(i, insn, at[i]);
                int next = i + (insn.isLdimm64() ? 2 : 1);
                int kind = insn.insnClass();
                if (kind == Insn.JMP && insn.code() != Insn.CALL || kind == Insn.JMP32) {
                    jump(insn, next, after);
                } else {
                    reach(next, after);
                }
            }
            return at;
        }

        private void jump(Insn insn, int next, Values after) {
            if (insn.code() == 0x95) {
                return;
            }
            if (insn.code() == 0x06) {
                reach((long) next + insn.imm(), after);
                return;
            }
            reach((long) next + insn.off(), after);
            if (insn.code() != 0x05) {
                reach(next, after);
            }
        }

        private void reach(long i, Values values) {
            if (i < 0 || i >= at.length) {
                return;
            }
            int index = (int) i;
            Values known = at[index];
            if (known == null) {
                at[index] = values;
                open.add(index);
            } else {
                Values both = known.meet(values);
                if (!both.equals(known)) {
                    at[index] = both;
                    open.add(index);
                }
            }
        }

        private Values after(int i, Insn insn, Values before) {
            return switch (insn.insnClass()) {
                case Insn.LDX ->
                    before.with(
                            insn.dst(),
                            insn.memorySize() == 8 && before.get(insn.src()) == Values.CONTEXT
                                    ? Values.loaded(insn.off())
                                    : Values.UNKNOWN);
                case Insn.ALU -> before.with(insn.dst(), Values.UNKNOWN);
                case Insn.ALU64 ->
                    switch (insn.code()) {
                        case 0xbf -> before.with(insn.dst(), insn.off() == 0 ? before.get(insn.src()) : Values.UNKNOWN);
                        case 0xb7 ->
                            before.with(
                                    insn.dst(), accesses.struct(function, i) == 0 ? Values.UNKNOWN : Values.member(i));
                        default -> before.with(insn.dst(), Values.UNKNOWN);
                    };
                case Insn.LD -> before.with(insn.dst(), Values.UNKNOWN);
                case Insn.STX ->
                    // atomics may leave what was there in their source or in the first register
                    (insn.code() & 0xe0) == 0xc0
                            ? before.with(insn.src(), Values.UNKNOWN).with(0, Values.UNKNOWN)
                            : before;
                case Insn.JMP -> insn.code() == Insn.CALL ? before.afterCall() : before;
                default -> before;
            };
        }
    }
}
