package dev.relogrid.fuzz;

import static dev.relogrid.fixture.BtfBuilder.bits;
import static dev.relogrid.fixture.BtfBuilder.enumerator;
import static dev.relogrid.fixture.BtfBuilder.member;

import dev.relogrid.archive.pack.FuzzedPack;
import dev.relogrid.embedded.FuzzedContents;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.core.ReloKind;
import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.BtfBuilder.Parameter;
import dev.relogrid.fixture.BtfBuilder.Placed;
import dev.relogrid.fixture.ObjectBuilder;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Small inputs that have one of everything: a kernel, a module over it, an object with a relocation of each kind. */
final class Samples {
    private Samples() {}

    static BtfBuilder kernel() {
        BtfBuilder types = new BtfBuilder();
        everyKind(types, 4);
        return types;
    }

    static BtfBuilder module() {
        BtfBuilder module = BtfBuilder.over(kernel());
        module.struct("only_here", 8, member("task", 4, 0));
        return module;
    }

    /** One type of each kind; ids as they come. {@code shift} moves the members of the struct to be looked at. */
    private static void everyKind(BtfBuilder t, int shift) {
        int i32 = t.integer("int", 4, BtfBuilder.SIGNED);
        int u64 = t.integer("long unsigned int", 8, 0);
        int task = t.nextId();
        int pointer = task + 1;
        t.struct(
                "task", 64 + shift, member("pid", i32, shift), member("parent", pointer, shift + 8), member("", 5, 24));
        t.pointer(task);
        t.union("", 8, member("raw", u64, 0), member("list", 6, 0));
        int array = t.array(i32, i32, 2);
        t.enumeration("state", 4, false, enumerator("RUNNING", 0), enumerator("DEAD", 0x80 + shift));
        t.enum64("mask", true, enumerator("ALL", -1), enumerator("BIG", 1L << 40));
        t.forward("hidden", true);
        t.typedef("task_t", t.modifier(BtfKind.CONST, task));
        t.modifier(BtfKind.VOLATILE, t.modifier(BtfKind.RESTRICT, t.typeTag("rcu", pointer)));
        int proto = t.prototype(i32, new Parameter("t", pointer), new Parameter("n", u64));
        t.declTag("kfunc", t.function("wake", proto, 1), 0);
        t.datasec(".data", 8, new Placed(t.variable("jiffies", u64, 1), 0, 8));
        t.floating("double", 8);
        t.struct("flags___old", 4, bits("a", i32, 0, 3), bits("b", i32, 3 + shift, 7));
        t.struct("last", 4, member("n", i32, 0), member("tail", t.array(array, i32, 0), 4));
    }

    static ObjectBuilder object() {
        ObjectBuilder object = new ObjectBuilder();
        everyKind(object.types, 0);
        BtfBuilder types = object.types;
        int last = types.nextId() - 1;
        object.program("kprobe/wake", "first", instructions());
        object.function(".text", "helper", Elf.STB_GLOBAL, new Insn(0x61, 1, 2, 0, 0), ObjectBuilder.EXIT);
        int flags = last - 2;
        String[] access = {"0:0", "0:1", "0:2:1:1", "0:1", "0:1", "0:1", "0", "0", "0", "0", "1", "1", "0"};
        int[] roots = {3, 3, 3, flags, flags, flags, 3, 3, 10, 3, 7, 8, 3};
        for (ReloKind kind : ReloKind.values()) {
            int i = kind.ordinal();
            object.ext.relo("kprobe/wake", 8 * i, roots[i], access[i], i);
        }
        object.ext.relo(".text", 0, last, "0:1:3:1", 0);
        object.ext.function("kprobe/wake", 0, 15).line("kprobe/wake", 0, "a.c", "  return t->pid;", 7);
        return object;
    }

    /** One for each relocation kind: a load, then numbers. */
    private static Insn[] instructions() {
        Insn[] insns = new Insn[ReloKind.values().length + 1];
        for (int i = 0; i < insns.length; i++) {
            insns[i] = i == 0 ? new Insn(0x61, 1, 2, 0, 0) : new Insn(0xb7, 1, 0, 0, 1);
        }
        insns[insns.length - 1] = ObjectBuilder.EXIT;
        return insns;
    }

    /** Writes the seeds: one argument, the folder of this package under the test resources. */
    public static void main(String[] folder) throws IOException {
        Path root = Path.of(folder[0]);
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            String name = order == ByteOrder.LITTLE_ENDIAN ? "built-el" : "built-eb";
            byte[] object = object().bytes(order);
            save(root.resolve("BytesFuzzTestInputs/read"), name, object().ext.bytes(order));
            save(root.resolve("ElfFuzzTestInputs/parse"), name, object);
            save(root.resolve("BtfFuzzTestInputs/parse"), name, kernel().bytes(order));
            save(root.resolve("CSourceFuzzTestInputs/print"), name, kernel().bytes(order));
            save(root.resolve("SplitBtfFuzzTestInputs/parse"), name, module().bytes(order));
            save(root.resolve("BtfExtFuzzTestInputs/parse"), name, object().ext.bytes(order));
            save(root.resolve("ObjectFuzzTestInputs/relocate"), name, object);
            List<byte[]> kernels = List.of(
                    kernel().bytes(order), kernel().mutated(new Random(1), 6).bytes(order));
            save(root.resolve("PackFuzzTestInputs/read"), name, FuzzedPack.blocks(kernels, module().bytes(order)));
        }
        for (Map.Entry<String, byte[]> seed : FuzzedContents.seeds().entrySet()) {
            save(root.resolve("EmbeddedFuzzTestInputs/find"), "built-" + seed.getKey(), seed.getValue());
        }
    }

    private static void save(Path folder, String name, byte[] bytes) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(name), bytes);
    }
}
