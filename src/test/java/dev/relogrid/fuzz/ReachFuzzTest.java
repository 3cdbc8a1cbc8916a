package dev.relogrid.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Extern;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.reach.Bounds;
import dev.relogrid.engine.reach.Conditions;
import dev.relogrid.engine.reach.Loaded;
import dev.relogrid.engine.reach.Presence;
import dev.relogrid.engine.reach.Reachability;
import dev.relogrid.engine.reach.Reached;
import dev.relogrid.engine.reach.Rules;
import dev.relogrid.engine.reach.Visit;
import dev.relogrid.fixture.ElfBuilder;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Any instructions at all: a program, a global and a static function it may call, read-only data it may load from. */
final class ReachFuzzTest {
    private static final Conditions CONDITIONS = new Conditions(Rules.of(7, 2, 0), false, new Bounds(2_000, 4));

    private static final Loaded LOADED = new Loaded() {
        @Override
        public Insn insn(Program function, int index) {
            return function.insn(index);
        }

        @Override
        public boolean isOpaque(Program function, int index) {
            return index % 3 == 0;
        }

        @Override
        public boolean isRelocated(Program function, int index) {
            return index % 2 == 0;
        }

        @Override
        public byte @Nullable [] kconfig(Extern extern) {
            return new byte[] {1};
        }

        @Override
        public Presence ksym(Extern extern) {
            return Presence.ABSENT;
        }

        @Override
        public Map<String, byte[]> presets() {
            return Map.of("variable", new byte[] {7});
        }
    };

    @FuzzTest
    void explore(byte[] data) {
        fuzzerTestOneInput(data);
    }

    static void fuzzerTestOneInput(byte[] data) {
        int insns = Math.min(data.length / Insn.SIZE, 300);
        if (insns < 3) {
            return;
        }
        BpfObject object = BpfObject.parse(Target.bytes(object(Arrays.copyOf(data, insns * Insn.SIZE), insns / 3)));
        Reachability reachability = new Reachability(object);
        for (Program program : object.programs()) {
            Reached reached = reachability.explore(program, LOADED, CONDITIONS);
            if (reached.steps() > 2_000 || reached.visit(program, 0) != Visit.VISITED) {
                throw new IllegalStateException("an exploration that did not begin, or not end");
            }
            touch(reached, program);
        }
    }

    private static byte[] object(byte[] code, int third) {
        ElfBuilder elf = new ElfBuilder(ByteOrder.LITTLE_ENDIAN);
        int size = third * Insn.SIZE;
        int main = elf.code("kprobe/x", Arrays.copyOf(code, size));
        int text = elf.code(".text", Arrays.copyOfRange(code, size, code.length));
        int data = elf.data(".rodata", new byte[] {1, 0, 0, 0, 2, 0, 0, 0});
        elf.function("main", main, 0, size);
        int global = elf.function("global", text, 0, size);
        int local = elf.symbol("static", Elf.STB_LOCAL, Elf.STT_FUNC, text, size, code.length - 2L * size);
        int variable = elf.symbol("variable", Elf.STB_GLOBAL, Elf.STT_OBJECT, data, 4, 4);
        int[] symbols = {global, local, variable};
        for (int at = 0; at < size; at += Insn.SIZE) {
            int opcode = code[at] & 0xff;
            if (opcode == Insn.CALL || opcode == Insn.LDIMM64) {
                elf.rel(main, at, symbols[(code[at + 4] & 0xff) % 3], 1);
            }
        }
        return elf.bytes();
    }

    private static void touch(Reached reached, Program program) {
        for (int i = 0; i < program.insnCount(); i++) {
            boolean visited = reached.visit(program, i) != Visit.NEVER;
            if (visited && !reached.keptFrom(program, i).isEmpty()) {
                throw new IllegalStateException("kept from what is visited");
            }
            reached.pathTo(program, i);
        }
        if (reached.exceeded() != (reached.why() != null)) {
            throw new IllegalStateException("cut short without a reason");
        }
        reached.rodataDecided();
        reached.strange();
    }
}
