package dev.relogrid.engine.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random programs that compute with two options, read-only data and the stack, and jump, mostly forward, by what comes of
 * it. Register 9 begins as the one number nobody knows.
 */
final class RandomScene {
    private static final int LENGTH = 60;
    private static final int[] OPERATIONS = {
        Asm.ADD, Asm.SUB, Asm.MUL, Asm.OR, Asm.AND, Asm.LSH, Asm.RSH, Asm.XOR, Asm.ARSH, Asm.DIV
    };
    private static final int[] COMPARISONS = {
        Asm.JEQ, Asm.JNE, Asm.JGT, Asm.JGE, Asm.JLT, Asm.JLE, Asm.JSGT, Asm.JSGE, Asm.JSLT, Asm.JSLE, Asm.JSET
    };

    private RandomScene() {}

    static Scene of(Random random) {
        Scene scene = new Scene()
                .option("A", random.nextInt(2), 0, 0, 0)
                .option("B", random.nextInt(4), random.nextInt(2), 0, 0)
                .rodata("c", random.nextInt(3), 0, 0, 0, 0, 0, 0, 0);
        List<Asm.Line> lines = new ArrayList<>(List.of(
                Asm.load(8, 9, 1, 0),
                Asm.mov(0, 0),
                Asm.mov(2, 1),
                Asm.mov(3, -1),
                Asm.mov(4, 2),
                Asm.mov(5, 3),
                Asm.storeNumber(8, 10, -8, 0),
                Asm.storeNumber(8, 10, -16, 1),
                Asm.address(6, "A"),
                Asm.second(0),
                Asm.load(4, 6, 6, 0),
                Asm.address(7, "B"),
                Asm.second(0),
                Asm.load(4, 7, 7, 0),
                Asm.address(8, "c"),
                Asm.second(0),
                Asm.load(8, 8, 8, 0)));
        for (int i = 0; i < LENGTH; i++) {
            lines.add(Asm.label("l" + i));
            lines.add(line(random, i));
        }
        lines.add(Asm.label("l" + LENGTH));
        lines.add(Asm.mov(0, 0));
        lines.add(Asm.exit());
        return scene.main(lines.toArray(Asm.Line[]::new))
                .staticFunction(
                        "f",
                        Asm.copy(0, 1),
                        Asm.jump(Asm.JEQ, 2, 1, "x"),
                        Asm.alu(Asm.ADD, 0, 1),
                        Asm.label("x"),
                        Asm.exit());
    }

    private static Asm.Line line(Random random, int at) {
        int a = random.nextInt(10);
        int b = random.nextInt(10);
        int number = random.nextInt(5) - 1;
        int offset = -1 - random.nextInt(16);
        // mostly forward, so that most programs end soon
        String target =
                "l" + (random.nextInt(8) == 0 ? random.nextInt(LENGTH) : Math.min(LENGTH, at + 1 + random.nextInt(9)));
        int comparison = COMPARISONS[random.nextInt(COMPARISONS.length)];
        int operation = OPERATIONS[random.nextInt(OPERATIONS.length)];
        int size = 1 << random.nextInt(4);
        return switch (random.nextInt(12)) {
            case 0, 1 -> Asm.jump(comparison, a, number, target);
            case 2, 3 -> Asm.jumpOf(comparison, a, b, target);
            case 4 -> Asm.jump32(comparison, a, number, target);
            case 5 -> Asm.alu(operation, a, Math.max(number, 0));
            case 6 -> Asm.aluOf(operation, a, b);
            case 7 -> Asm.alu32(operation, a, Math.max(number, 0));
            case 8 -> Asm.store(size, 10, offset & -size, a);
            case 9 -> Asm.load(size, a, 10, offset & -size);
            case 10 -> Asm.copy(a, b);
            default -> random.nextInt(3) == 0 ? Asm.call("f") : Asm.mov(a, number);
        };
    }
}
