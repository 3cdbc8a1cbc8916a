package dev.relogrid.engine.reach;

import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.Extern;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/** Runs the programs of {@link RandomScene} as a processor would, and tells each instruction it comes to. */
final class Machine {
    interface Watcher {
        void comesTo(Program function, int insn);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Frame(Program function, int insn, long[] registers, ByteBuffer stack) {}

    private static final int STACK = 512;
    private static final long LOW = 0xffff_ffffL;
    /** Where the memory an address is loaded of begins: addresses are only ever loaded from. */
    private static final long ADDRESS = 1L << 32;

    private final Scene scene;
    private final Watcher watcher;
    private final Deque<Frame> callers = new ArrayDeque<>();
    private long[] registers = new long[11];
    private ByteBuffer stack = stack();
    private ByteBuffer addressed = stack();

    Machine(Scene scene, Watcher watcher) {
        this.scene = scene;
        this.watcher = watcher;
    }

    private static ByteBuffer stack() {
        return ByteBuffer.allocate(STACK).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Runs until the end, or so many instructions; the number nobody knows is in register 9. */
    void run(long unknown, int most) {
        Program function = scene.program("main");
        int at = 0;
        for (int i = 0; i < most; i++) {
            Insn insn = function.insn(at);
            watcher.comesTo(function, at);
            if (insn.code() == 0x95) {
                if (callers.isEmpty()) {
                    return;
                }
                Frame caller = callers.pop();
                caller.registers[0] = registers[0];
                registers = caller.registers;
                stack = caller.stack;
                function = caller.function;
                at = caller.insn + 1;
            } else if (insn.code() == Insn.CALL) {
                callers.push(new Frame(function, at, registers, stack));
                registers = registers.clone();
                stack = stack();
                function = scene.program("f");
                at = 0;
            } else if (insn.isLdimm64()) {
                address(function, at, insn.dst());
                at += 2;
            } else {
                at += 1 + step(insn, unknown);
            }
        }
    }

    private void address(Program function, int at, int register) {
        Reference reference = Objects.requireNonNull(scene.object().reference(function, at));
        addressed = stack();
        if (reference instanceof Reference.ToExtern to) {
            Extern extern = to.extern();
            addressed.put(0, Objects.requireNonNull(scene.kconfig(extern)));
        } else {
            addressed.put(
                    0,
                    scene.object()
                            .elf()
                            .data(Objects.requireNonNull(scene.object().elf().section(".rodata")))
                            .toArray());
        }
        registers[register] = ADDRESS;
    }

    /** How many instructions it jumps over. */
    private int step(Insn insn, long unknown) {
        long right = (insn.code() & 8) != 0 ? registers[insn.src()] : insn.imm();
        switch (insn.insnClass()) {
            case Insn.ALU64 -> registers[insn.dst()] = wide(insn.code() & 0xf0, registers[insn.dst()], right);
            case Insn.ALU ->
                registers[insn.dst()] =
                        Integer.toUnsignedLong(narrow(insn.code() & 0xf0, (int) registers[insn.dst()], (int) right));
            case Insn.LDX -> registers[insn.dst()] = insn.src() == 1 ? unknown : load(insn);
            case Insn.STX -> store(insn, registers[insn.src()]);
            case Insn.ST -> store(insn, insn.imm());
            default -> {
                long left = registers[insn.dst()];
                long lowLeft = (int) left;
                long lowRight = (int) right;
                boolean taken = insn.insnClass() == Insn.JMP
                        ? holds(insn.code() & 0xf0, left, right, left, right)
                        : holds(insn.code() & 0xf0, lowLeft & LOW, lowRight & LOW, lowLeft, lowRight);
                return taken ? insn.off() : 0;
            }
        }
        return 0;
    }

    private long load(Insn insn) {
        ByteBuffer from = insn.src() == 10 ? stack : addressed;
        int at = insn.src() == 10 ? STACK + insn.off() : insn.off();
        return switch (insn.memorySize()) {
            case 1 -> from.get(at) & 0xffL;
            case 2 -> from.getShort(at) & 0xffffL;
            case 4 -> from.getInt(at) & 0xffff_ffffL;
            default -> from.getLong(at);
        };
    }

    private void store(Insn insn, long value) {
        int at = STACK + insn.off();
        switch (insn.memorySize()) {
            case 1 -> stack.put(at, (byte) value);
            case 2 -> stack.putShort(at, (short) value);
            case 4 -> stack.putInt(at, (int) value);
            default -> stack.putLong(at, value);
        }
    }

    private static long wide(int operation, long a, long b) {
        return switch (operation) {
            case 0x00 -> a + b;
            case 0x10 -> a - b;
            case 0x20 -> a * b;
            case 0x30 -> b == 0 ? 0 : Long.divideUnsigned(a, b);
            case 0x40 -> a | b;
            case 0x50 -> a & b;
            case 0x60 -> a << b;
            case 0x70 -> a >>> b;
            case 0xa0 -> a ^ b;
            case 0xb0 -> b;
            default -> a >> b;
        };
    }

    private static int narrow(int operation, int a, int b) {
        return switch (operation) {
            case 0x30 -> b == 0 ? 0 : Integer.divideUnsigned(a, b);
            case 0x60 -> a << b;
            case 0x70 -> a >>> b;
            case 0xc0 -> a >> b;
            default -> (int) wide(operation, a, b);
        };
    }

    private static boolean holds(int comparison, long a, long b, long signedA, long signedB) {
        return switch (comparison) {
            case 0x10 -> a == b;
            case 0x20 -> Long.compareUnsigned(a, b) > 0;
            case 0x30 -> Long.compareUnsigned(a, b) >= 0;
            case 0x40 -> (a & b) != 0;
            case 0x50 -> a != b;
            case 0x60 -> signedA > signedB;
            case 0x70 -> signedA >= signedB;
            case 0xa0 -> Long.compareUnsigned(a, b) < 0;
            case 0xb0 -> Long.compareUnsigned(a, b) <= 0;
            case 0xc0 -> signedA < signedB;
            default -> signedA <= signedB;
        };
    }
}
