package dev.relogrid.engine.verdict;

import static dev.relogrid.fixture.BtfBuilder.SIGNED;
import static dev.relogrid.fixture.BtfBuilder.enumerator;
import static dev.relogrid.fixture.BtfBuilder.member;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.core.Effort;
import dev.relogrid.engine.core.ReloKind;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.KernelFamily;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.BtfBuilder.Enumerator;
import dev.relogrid.fixture.ObjectBuilder;
import dev.relogrid.fixture.RecordedFamily;
import dev.relogrid.fixture.Rule;
import dev.relogrid.fixture.SameBytesFamily;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Asking a question once of all kernels that answer it alike gives what asking every kernel gives. */
final class FamilyJudgeTest {
    private static final int EXISTS = ReloKind.FIELD_EXISTS.ordinal();
    private static final int OFFSET = ReloKind.FIELD_BYTE_OFFSET.ordinal();
    private static final int TARGET_ID = ReloKind.TYPE_ID_TARGET.ordinal();
    private static final Insn ONE = new Insn(0xb7, 1, 0, 0, 1);
    private static final Insn FOUR = new Insn(0xb7, 1, 0, 0, 4);
    private static final Insn LOAD_Y = new Insn(0x61, 1, 2, 4, 0);

    private record SomeKernel(
            String id,
            @Nullable Btf vmlinux,
            List<NamedBtf> modules,
            @Nullable String noBtf) implements Kernel {}

    private final ObjectBuilder object = new ObjectBuilder();
    private final int number = object.types.integer("int", 4, SIGNED);
    private final List<SomeKernel> kernels = new ArrayList<>();

    private void kernel(BtfBuilder types, BtfBuilder... modules) {
        if (modules.length == 0) {
            withPrograms(types);
        }
        Btf vmlinux = types.build();
        List<NamedBtf> named = new ArrayList<>();
        for (BtfBuilder module : modules) {
            named.add(new NamedBtf("module" + named.size(), module.buildOver(vmlinux)));
        }
        kernels.add(new SomeKernel("k" + kernels.size(), vmlinux, named, null));
    }

    /** Says that the kernel has the kind of program that all objects here are of. */
    private static BtfBuilder withPrograms(BtfBuilder types) {
        types.enumeration("bpf_prog_type", 4, false, enumerator("BPF_PROG_TYPE_SOCKET_FILTER", 1));
        return types;
    }

    private static BtfBuilder types() {
        BtfBuilder types = new BtfBuilder();
        types.integer("int", 4, SIGNED);
        return types;
    }

    private static BtfBuilder withFoo(int offsetOfY) {
        BtfBuilder types = types();
        types.struct("foo", offsetOfY + 4, member("x", 1, 0), member("y", 1, offsetOfY));
        return types;
    }

    /** Both families say what every kernel on its own says. */
    private List<KernelVerdict> agreed() {
        return agreed(ObjectSpecs.of(object.build()));
    }

    private List<KernelVerdict> agreed(ObjectSpecs specs) {
        List<KernelVerdict> expected = alone(specs, kernels);
        assertEquals(expected, new FamilyJudge(new Judge(specs)).on(new RecordedFamily(kernels)));
        assertEquals(expected, new FamilyJudge(new Judge(specs)).on(new SameBytesFamily(kernels)));
        return expected;
    }

    private static List<KernelVerdict> alone(ObjectSpecs specs, List<? extends Kernel> kernels) {
        Judge judge = new Judge(specs);
        return kernels.stream().map(kernel -> judge.on(kernel).verdict()).toList();
    }

    private static List<String> words(List<KernelVerdict> verdicts) {
        return verdicts.stream().map(said -> said.verdict().code()).toList();
    }

    @Test
    void kernelsThatDifferElsewhereAreAskedOnce() {
        int foo = object.types.struct("foo", 8, member("x", number, 0), member("y", number, 4));
        object.program("socket", "pa", LOAD_Y, ONE);
        object.ext.relo("socket", 0, foo, "0:1", OFFSET).relo("socket", 8, number, "0", ReloKind.TYPE_EXISTS.ordinal());
        for (int i = 0; i < 10; i++) {
            BtfBuilder types = types();
            types.struct("other" + i, i);
            types.struct("foo", 12, member("x", 1, 0), member("y", 1, i % 2 == 0 ? 4 : 8));
            kernel(types);
        }
        assertEquals(10, agreed().size());
        RecordedFamily family = new RecordedFamily(kernels);
        List<KernelVerdict> verdicts = new FamilyJudge(new Judge(ObjectSpecs.of(object.build()))).on(family);
        assertEquals(List.of("ok"), words(verdicts).stream().distinct().toList());
        assertEquals(6, family.asks(), "for types at all; foo, of which there are two; int; byte order; programs");
    }

    @Test
    void onlyTheWantedAreJudged() {
        int foo = object.types.struct("foo", 8, member("x", number, 0), member("z", number, 4));
        object.program("socket", "pa", LOAD_Y);
        object.ext.relo("socket", 0, foo, "0:1", OFFSET);
        IntStream.range(0, 6).forEach(i -> kernel(withFoo(4)));
        BitSet wanted = new BitSet();
        wanted.set(1);
        wanted.set(4);
        ObjectSpecs specs = ObjectSpecs.of(object.build());
        List<KernelVerdict> all = agreed(specs);
        assertEquals(
                List.of(all.get(1), all.get(4)),
                new FamilyJudge(new Judge(specs)).on(new RecordedFamily(kernels), wanted));
    }

    @Test
    void kernelsWithoutTypesSayWhy() {
        int foo = object.types.struct("foo", 8, member("x", number, 0), member("y", number, 4));
        object.program("socket", "pa", LOAD_Y);
        object.ext.relo("socket", 0, foo, "0:1", OFFSET);
        kernels.add(new SomeKernel("old", null, List.of(), "too old"));
        kernel(withFoo(4));
        kernels.add(new SomeKernel("lost", null, List.of(), null));
        kernels.add(new SomeKernel("older", null, List.of(), "too old"));
        assertEquals(List.of("no_btf", "ok", "no_btf", "no_btf"), words(agreed()));
    }

    /** The first relocation leaves one of two candidates to the second, on kernels that have two. */
    @Rule(4)
    @Test
    void candidatesAreNarrowedWithinAGroup() {
        int foo = object.types.struct("foo", 8, member("only_a", number, 0), member("y", number, 4));
        int other = object.types.struct("foo___other", 8, member("only_a", number, 0), member("y", number, 4));
        object.program("socket", "pa", ONE, LOAD_Y, LOAD_Y);
        object.ext.relo("socket", 0, foo, "0:0", EXISTS).relo("socket", 8, foo, "0:1", OFFSET);
        kernel(withFoo(8));
        BtfBuilder two = types();
        two.struct("foo", 8, member("only_a", 1, 0), member("y", 1, 4));
        two.struct("foo", 12, member("only_b", 1, 0), member("y", 1, 8));
        kernel(two);
        assertEquals(List.of("ok", "ok"), words(agreed()));
        object.ext.relo("socket", 16, other, "0:1", OFFSET);
        assertEquals(List.of("ok", "broken"), words(agreed()));
    }

    /** The second record finds what the first has written, which is not the same on all kernels. */
    @Rule(23)
    @Test
    void recordsOnOneInstructionStayTogether() {
        int foo = object.types.struct("foo", 8, member("x", number, 0), member("y", number, 4));
        int bar = object.types.struct("bar", 8, member("x", number, 0), member("y", number, 4));
        object.program("socket", "pa", LOAD_Y);
        object.ext.relo("socket", 0, foo, "0:1", OFFSET).relo("socket", 0, bar, "0:1", OFFSET);
        for (int offset : new int[] {4, 8, 4, 12}) {
            BtfBuilder types = withFoo(offset);
            types.struct("bar", 8, member("y", 1, 4));
            kernel(types);
        }
        assertEquals(List.of("ok", "broken", "ok", "broken"), words(agreed()));
    }

    /** An id that one relocation writes is what another one expects: then kernels that answer alike end differently. */
    @Rule({16, 23})
    @Test
    void idsMatterWhereAnotherRelocationReadsThem() {
        int foo = object.types.struct("foo", 8, member("x", number, 0), member("y", number, 4));
        object.program("socket", "pa", FOUR);
        object.ext.relo("socket", 0, foo, "0", TARGET_ID).relo("socket", 0, foo, "0:1", OFFSET);
        for (int before : new int[] {1, 2, 3}) {
            BtfBuilder types = types();
            for (int i = 0; i < before; i++) {
                types.struct("other", 4);
            }
            types.struct("foo", 8, member("x", 1, 0), member("y", 1, 4));
            kernel(types);
        }
        assertEquals(List.of("broken", "ok", "broken"), words(agreed()));
    }

    /** Types of two modules have one id by chance, and are then no two answers. */
    @Rule({16, 18})
    @Test
    void idsMatterBetweenModules() {
        int foo = object.types.struct("foo", 4, member("x", number, 0));
        object.program("socket", "pa", ONE);
        object.ext.relo("socket", 0, foo, "0", TARGET_ID);
        for (int before : new int[] {0, 1, 0}) {
            BtfBuilder vmlinux = withPrograms(types());
            BtfBuilder first = BtfBuilder.over(vmlinux);
            BtfBuilder second = BtfBuilder.over(vmlinux);
            if (before > 0) {
                second.struct("other", 4);
            }
            first.struct("foo", 4, member("x", 1, 0));
            second.struct("foo", 4, member("x", 1, 0));
            kernel(vmlinux, first, second);
        }
        ObjectSpecs specs = ObjectSpecs.of(object.build());
        List<KernelVerdict> expected = alone(specs, kernels);
        assertEquals(List.of("ok", "broken", "ok"), words(expected));
        assertEquals(expected, new FamilyJudge(new Judge(specs)).on(new RecordedFamily(kernels)));
    }

    /** Two groups of which each takes two thirds of what an object may take on a kernel. */
    @Test
    void effortIsOneForAllGroups() {
        int foo = object.types.enumeration("foo", 4, false, enumerator("A", 0));
        int bar = object.types.enumeration("bar", 4, false, enumerator("A", 0));
        int count = 500_000;
        int each = Effort.PER_KERNEL / count * 2 / 3;
        object.program("socket", "pa", Collections.nCopies(2 * each, ONE).toArray(Insn[]::new));
        for (int i = 0; i < 2 * each; i++) {
            object.ext.relo("socket", 8 * i, i % 2 == 0 ? foo : bar, "0", ReloKind.ENUMVAL_EXISTS.ordinal());
        }
        Enumerator[] others = Collections.nCopies(count, enumerator("B", 0)).toArray(Enumerator[]::new);
        BtfBuilder costly = types();
        costly.enumeration("foo", 4, false, others);
        kernel(costly);
        kernel(costly);
        costly.enumeration("bar", 4, false, others);
        kernel(costly);
        kernel(withFoo(4));
        ObjectSpecs specs = ObjectSpecs.of(object.build());
        List<KernelVerdict> expected = alone(specs, kernels);
        assertEquals(List.of("ok", "ok", "broken", "ok"), words(expected));
        assertEquals(expected, new FamilyJudge(new Judge(specs)).on(new SameBytesFamily(kernels)));
    }

    /** Types changed by chance, some of them only in their ids. */
    @Test
    void randomKernels() {
        Set<List<Finding>> answers = new HashSet<>();
        for (int seed = 0; seed < 12; seed++) {
            kernels.clear();
            ObjectBuilder random = RandomTypesAgainstLibbpfTest.object(seed);
            for (int i = 0; i < 6; i++) {
                BtfBuilder types = random.types.mutated(new Random(i % 4), i % 3 * 8);
                kernel(i < 3 ? types : types.renumbered(shuffled(types.nextId(), seed)));
            }
            ObjectSpecs specs = ObjectSpecs.of(random.build());
            List<KernelVerdict> expected = alone(specs, kernels);
            KernelFamily family = new RecordedFamily(kernels);
            assertEquals(expected, new FamilyJudge(new Judge(specs)).on(family), "seed " + seed);
            expected.forEach(said -> answers.add(said.findings()));
        }
        assertTrue(answers.size() > 2 * 12, "too few different answers: " + answers.size());
    }

    /** A permutation of the ids below {@code count} that leaves 0 alone. */
    private static int[] shuffled(int count, long seed) {
        int[] ids = IntStream.range(0, count).toArray();
        Random random = new Random(seed);
        for (int i = count - 1; i > 1; i--) {
            int j = 1 + random.nextInt(i);
            int kept = ids[i];
            ids[i] = ids[j];
            ids[j] = kept;
        }
        return ids;
    }
}
