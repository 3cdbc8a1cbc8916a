package dev.relogrid.engine.reach;

import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.Reference;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The code of one program and of all it calls, as loaded, one function after the other: an instruction has one number. A
 * function is read when it is first come to.
 */
final class Code {
    final int length;
    final byte[] code;
    final byte[] dst;
    final byte[] src;
    final short[] off;
    final int[] imm;
    /** Whether some jump leads to the instruction. */
    final boolean[] isTarget;
    /** The registers that may still be read, from the instruction on, as bits. */
    final short[] live;

    private final List<Program> functions;
    private final Body[] bodies;
    private final int[] starts;
    private final boolean[] isRead;
    private @Nullable Loaded loaded;
    private final IdentityHashMap<Program, Integer> numbers = new IdentityHashMap<>();

    Code(List<Program> functions, Body[] bodies, Loaded loaded) {
        this.functions = functions;
        this.bodies = bodies;
        this.loaded = loaded;
        starts = new int[functions.size() + 1];
        isRead = new boolean[functions.size()];
        for (int i = 0; i < functions.size(); i++) {
            numbers.put(functions.get(i), i);
            starts[i + 1] = starts[i] + functions.get(i).insnCount();
        }
        length = starts[functions.size()];
        code = new byte[length];
        dst = new byte[length];
        src = new byte[length];
        off = new short[length];
        imm = new int[length];
        isTarget = new boolean[length];
        live = new short[length];
    }

    int functions() {
        return functions.size();
    }

    Program function(int number) {
        return functions.get(number);
    }

    /** The number of a function; -1 when it is not part of this. */
    int numberOf(Program function) {
        Integer number = numbers.get(function);
        return number == null ? -1 : number;
    }

    int start(int function) {
        return starts[function];
    }

    int end(int function) {
        return starts[function + 1];
    }

    /** The function that has the instruction. */
    int functionAt(int pc) {
        int low = 0;
        int high = functions.size() - 1;
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            if (starts[middle] <= pc) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Whether the verifier looks at the function by itself, for any arguments. */
    boolean isGlobal(int function) {
        Program program = functions.get(function);
        int visibility = program.symbol().visibility();
        return program.symbol().bind() != Elf.STB_LOCAL
                && visibility != Elf.STV_HIDDEN
                && visibility != Elf.STV_INTERNAL;
    }

    void read(int function) {
        if (isRead[function]) {
            return;
        }
        isRead[function] = true;
        Program program = functions.get(function);
        Body body = bodies[function];
        System.arraycopy(body.isTarget, 0, isTarget, starts[function], body.isTarget.length);
        System.arraycopy(body.live, 0, live, starts[function], body.live.length);
        for (int i = 0, pc = starts[function]; i < program.insnCount(); i++, pc++) {
            Insn insn = loaded == null ? program.insn(i) : loaded.insn(program, i);
            code[pc] = (byte) insn.code();
            dst[pc] = (byte) insn.dst();
            src[pc] = (byte) insn.src();
            off[pc] = (short) insn.off();
            imm[pc] = insn.imm();
        }
    }

    boolean isOpaque(int pc) {
        int function = functionAt(pc);
        return loaded != null && loaded.isOpaque(functions.get(function), pc - starts[function]);
    }

    boolean isRelocated(int pc) {
        int function = functionAt(pc);
        return loaded != null && loaded.isRelocated(functions.get(function), pc - starts[function]);
    }

    /** Reads what was not come to as it was compiled, and lets go of the kernel: from here on nothing changes. */
    void close() {
        loaded = null;
        for (int function = 0; function < functions.size(); function++) {
            read(function);
        }
    }

    @Nullable
    Reference reference(int pc) {
        int function = functionAt(pc);
        return bodies[function].reference(pc - starts[function]);
    }
}
