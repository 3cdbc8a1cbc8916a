package dev.relogrid.engine.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.BtfBuilder.Parameter;
import dev.relogrid.fixture.ObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What programs read of their targets' parameters, held against what made-up kernels have. */
class SignatureTest {
    private static final Insn CALL_P = new Insn(Insn.CALL, 0, Insn.PSEUDO_CALL, 0, 1);

    private static Insn load(int dst, int src, int off) {
        return new Insn(0x79, dst, src, off, 0);
    }

    private static Insn move(int dst, int src) {
        return new Insn(0xbf, dst, src, 0, 0);
    }

    private static MadeKernel kernel() {
        return new MadeKernel()
                .counts("bpf_prog_type", "T", 32)
                .counts("bpf_attach_type", "A", 58)
                .helpers(211);
    }

    /** With a function f, its security hook and a tracepoint f, all of a number and a pointer, returning a number. */
    private static MadeKernel withF() {
        MadeKernel kernel = kernel();
        BtfBuilder types = kernel.types;
        int number = types.integer("int", 4, BtfBuilder.SIGNED);
        int pointer = types.pointer(types.struct("file", 8));
        Parameter[] parameters = {new Parameter("a", number), new Parameter("b", pointer)};
        types.function("f", types.prototype(number, parameters), 1);
        types.function("bpf_lsm_f", types.prototype(number, parameters), 1);
        types.function("nothing", types.prototype(0), 1);
        int data = types.pointer(0);
        types.typedef(
                "btf_trace_f",
                types.pointer(types.prototype(
                        0, new Parameter("__data", data), new Parameter("a", number), new Parameter("b", pointer))));
        return kernel;
    }

    private static List<String> seen(MadeKernel kernel, String section, Insn... insns) {
        return Seen.on(kernel, new ObjectBuilder().program(section, "p", insns).build());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "fentry/f, 8, -",
                "fentry/f, 16, parameter 3 of function f; it has 2 parameters",
                "fexit/f, 16, -",
                "fexit/f, 24, parameter 4 of function f; it has 2 parameters",
                "fmod_ret/f, 16, -",
                "lsm/f, 16, -",
                "tp_btf/f, 8, -",
                "tp_btf/f, 16, parameter 3 of tracepoint f; it has 2 parameters",
                "fexit/nothing, 0, what function nothing returns; it returns nothing",
                "fentry/nothing, 0, parameter 1 of function nothing; it has none",
                "raw_tp/f, 16, -"
            })
    void wordsBehindTheParametersAreRefused(String section, int offset, String expected) {
        assertEquals(
                expected == null ? List.of() : List.of("ATTACH_SIGNATURE_CHANGED ERROR LOAD p in p+1: " + expected),
                seen(withF(), section, move(6, 1), load(2, 6, offset), Seen.EXIT));
    }

    /** Each as booted kernels of that version did with programs that read such a parameter. */
    @ParameterizedTest
    @CsvSource({
        "155, false, 5.10.262-1, 'number, const void, pointer, function, enum'",
        "211, false, 6.1.176-1, 'const void, pointer, function, enum'",
        "211, false, 6.12.107-1, 'const void, pointer, function, enum'",
        "211, true, 6.16.12-1, 'pointer, function, enum'",
        "211, true, 7.0.13-1, 'pointer, function, enum'",
        "211, true, 7.1.13-1, ''"
    })
    void whatAParameterPointsToMustBeKnownToTheVerifier(
            int helpers, boolean rootOfTree, String version, String refused) {
        List<String> pointees = List.of("struct", "void", "number", "const void", "pointer", "function", "enum");
        List<String> found = new ArrayList<>();
        for (int i = 0; i < pointees.size(); i++) {
            MadeKernel kernel = withPointers(helpers).version(version);
            if (rootOfTree) {
                kernel.function("bpf_rbtree_root");
            }
            if (!seen(kernel, "fentry/f", load(2, 1, 8 * i), Seen.EXIT).isEmpty()) {
                found.add(pointees.get(i));
            }
        }
        assertEquals(refused, String.join(", ", found));
    }

    private static MadeKernel withPointers(int helpers) {
        MadeKernel kernel = new MadeKernel()
                .counts("bpf_prog_type", "T", 32)
                .counts("bpf_attach_type", "A", 58)
                .helpers(helpers);
        BtfBuilder types = kernel.types;
        int number = types.integer("int", 4, BtfBuilder.SIGNED);
        int[] pointees = {
            types.struct("file", 8),
            0,
            number,
            types.modifier(BtfKind.CONST, 0),
            types.pointer(number),
            types.prototype(number),
            types.enumeration("e", 4, false)
        };
        Parameter[] parameters = new Parameter[pointees.length];
        for (int i = 0; i < pointees.length; i++) {
            parameters[i] = new Parameter("p" + i, types.pointer(pointees[i]));
        }
        types.function("f", types.prototype(number, parameters), 1);
        return kernel;
    }

    @Test
    void contextIsFollowedThroughRegistersAndCalls() {
        BpfObject object = new ObjectBuilder()
                .program("fentry/f", "p", move(7, 1), Seen.call(14), move(1, 7), CALL_P, Seen.EXIT)
                .program("fentry/f", "q", load(2, 1, 0), load(3, 2, 64), move(1, 0), load(3, 1, 64), Seen.EXIT)
                .build();
        List<String> called = Seen.on(withF(), object);
        assertEquals(List.of(), called);
        BpfObject reading = new ObjectBuilder()
                .program("fentry/f", "p", move(2, 1), CALL_P, Seen.EXIT)
                .program("fentry/f", "q", load(3, 2, 64), Seen.EXIT)
                .build();
        assertEquals(
                List.of("ATTACH_SIGNATURE_CHANGED ERROR LOAD p in q+0: parameter 9 of function f; it has 2 parameters"),
                Seen.on(withF(), reading));
    }

    @Test
    void registerThatHoldsDifferentThingsIsNotFollowed() {
        Insn skip = new Insn(0x15, 2, 0, 1, 0);
        assertEquals(List.of(), seen(withF(), "fentry/f", skip, move(1, 2), load(3, 1, 64), Seen.EXIT));
        assertEquals(
                1,
                seen(withF(), "fentry/f", skip, move(4, 2), load(3, 1, 64), Seen.EXIT)
                        .size());
    }

    /** A program that takes what it finds at an offset of its context for a struct of that name. */
    private static BpfObject taking(String section, int offset, String struct) {
        BtfBuilder types = new BtfBuilder();
        int number = types.integer("int", 4, BtfBuilder.SIGNED);
        int id = types.struct(struct, 8, BtfBuilder.member("m", number, 4));
        ObjectBuilder object = new ObjectBuilder(types);
        object.ext.relo(section, 8, id, "0:0", 0).relo(section, 24, id, "0:0", 0);
        return object.program(
                        section,
                        "p",
                        load(6, 1, offset),
                        new Insn(0x61, 2, 6, 4, 0),
                        move(3, 6),
                        new Insn(0xb7, 4, 0, 0, 4),
                        new Insn(0x0f, 3, 4, 0, 0),
                        Seen.EXIT)
                .build();
    }

    @ParameterizedTest
    @CsvSource({"fentry/f, 8", "tp_btf/f, 8", "lsm/f, 8"})
    void parameterOfAnotherTypeIsAnotherThing(String section, int offset) {
        MadeKernel kernel = withF();
        kernel.types.struct("inode", 8);
        assertEquals(List.of(), Seen.on(kernel, taking(section, offset, "file___mine")));
        List<String> seen = Seen.on(kernel, taking(section, offset, "inode"));
        assertEquals(2, seen.size(), seen::toString);
        assertTrue(seen.getFirst().startsWith("ATTACH_SIGNATURE_CHANGED WARNING LOAD p in p+1: parameter 2 of "));
        assertTrue(seen.getFirst().endsWith(" f as a pointer to struct inode; it is a pointer to struct file"));
        assertTrue(seen.getLast().startsWith("ATTACH_SIGNATURE_CHANGED WARNING LOAD p in p+4: "));
        assertEquals(
                List.of(" it is a number of 4 bytes"),
                Seen.on(kernel, taking(section, 0, "inode")).stream()
                        .map(line -> line.substring(line.indexOf(';') + 1))
                        .distinct()
                        .toList());
    }

    @Test
    void structsThatTheKernelDoesNotHaveAreNotItsParameters() {
        assertEquals(List.of(), Seen.on(withF(), taking("fentry/f", 8, "old_file")));
    }

    @Test
    void structThatBeginsWithAnotherIsTakenForIt() {
        MadeKernel kernel = kernel();
        BtfBuilder types = kernel.types;
        int common = types.struct("sock_common", 8);
        int sock = types.struct("sock", 16, BtfBuilder.member("__sk_common", common, 0));
        types.struct("inet_sock", 32, BtfBuilder.member("sk", sock, 0));
        types.struct("file", 8);
        int constant = types.modifier(BtfKind.CONST, sock);
        types.function("f", types.prototype(0, new Parameter("sk", types.pointer(constant))), 1);
        for (String struct : List.of("sock_common", "sock", "inet_sock")) {
            assertEquals(List.of(), Seen.on(kernel, taking("fentry/f", 0, struct)), struct);
        }
        assertEquals(2, Seen.on(kernel, taking("fentry/f", 0, "file")).size());
    }

    @ParameterizedTest
    @CsvSource({"__x64_sys_bpf, 104, 96", "__arm64_sys_bpf, 8, 16", "__s390x_sys_bpf, 0, 0"})
    void probesReadRegisters(String architecture, int second, int third) {
        MadeKernel kernel = withF().symbol("f", "T").symbol(architecture, "T");
        kernel.types.struct("inode", 8);
        boolean known = second != third;
        assertEquals(
                known
                        ? List.of("ATTACH_SIGNATURE_CHANGED WARNING LOAD p in p+0: parameter 3 of function f;"
                                + " it has 2 parameters")
                        : List.of(),
                seen(kernel, "kprobe/f", load(2, 1, third), Seen.EXIT));
        assertEquals(List.of(), seen(kernel, "kretprobe/f", load(2, 1, third), Seen.EXIT));
        assertEquals(List.of(), seen(kernel, "kprobe/f+8", load(2, 1, third), Seen.EXIT));
        assertEquals(
                known ? 2 : 0,
                Seen.on(kernel, taking("kprobe/f", second, "inode")).size());
        assertEquals(List.of(), Seen.on(kernel, taking("kprobe/f", second, "file")));
    }

    @Test
    void structsByValueTakeSeveralWordsAndNewerTrampolines() {
        MadeKernel kernel = kernel();
        BtfBuilder types = kernel.types;
        int number = types.integer("int", 4, BtfBuilder.SIGNED);
        int pair = types.struct("pair", 16);
        types.function("f", types.prototype(0, new Parameter("p", pair), new Parameter("n", number)), 1);
        assertEquals(
                List.of("ATTACH_SIGNATURE_CHANGED ERROR LOAD p: function f, which takes a struct by value;"
                        + " by its types it is older than 6.1, in which they came:"
                        + " it has no btf_func_model::arg_flags"),
                seen(kernel, "fentry/f", load(2, 1, 16), Seen.EXIT));
        types.struct("btf_func_model", 8, BtfBuilder.member("arg_flags", number, 0));
        assertEquals(List.of(), seen(kernel, "fentry/f", load(2, 1, 16), Seen.EXIT));
        assertEquals(1, seen(kernel, "fentry/f", load(2, 1, 24), Seen.EXIT).size());
    }
}
