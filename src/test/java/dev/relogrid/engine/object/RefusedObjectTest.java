package dev.relogrid.engine.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.ElfBuilder;
import dev.relogrid.fixture.Rule;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Objects that are well-formed and that libbpf would not open. */
final class RefusedObjectTest {
    private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;
    private static final int EXTERN = BtfBuilder.EXTERN;

    record Case(String name, Consumer<ElfBuilder> parts, int errno, String why) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static byte[] code(Insn... insns) {
        byte[] all = new byte[insns.length * Insn.SIZE];
        for (int i = 0; i < insns.length; i++) {
            System.arraycopy(insns[i].encode(LE), 0, all, i * Insn.SIZE, Insn.SIZE);
        }
        return all;
    }

    private static final Insn LOAD = new Insn(Insn.LDIMM64, 1, 0, 0, 0);
    private static final Insn SECOND = new Insn(0, 0, 0, 0, 0);
    private static final Insn MOVE = new Insn(0xb7, 1, 0, 0, 0);
    private static final Insn CALL = new Insn(Insn.CALL, 0, 1, 0, -1);

    /** One program "p" of the given code in section "prog", with a relocation at its first instruction. */
    private static Consumer<ElfBuilder> reference(Insn insn, Consumer<ElfBuilder> target) {
        return elf -> {
            int prog = elf.code("prog", code(insn, SECOND));
            elf.function("p", prog, 0, 16);
            target.accept(elf);
            elf.rel(prog, 0, 2, 1);
        };
    }

    private static void extern(ElfBuilder elf, Consumer<BtfBuilder> declare) {
        BtfBuilder types = new BtfBuilder();
        types.integer("int", 4, 1);
        declare.accept(types);
        elf.symbol("ext", Elf.STB_GLOBAL, Elf.STT_NOTYPE, Elf.SHN_UNDEF, 0, 0);
        elf.data(".BTF", types.bytes(LE));
    }

    private static void listed(BtfBuilder types, String section, int type) {
        int id = types.variable("ext", type, EXTERN);
        types.datasec(section, 0, new BtfBuilder.Placed(id, 0, 4));
    }

    static final List<Case> PROGRAMS = List.of(
            new Case(
                    "size of no instruction",
                    elf -> elf.function("p", elf.code("prog", new byte[16]), 0, 12),
                    22,
                    "section 'prog': function 'p' is 12 bytes at 0, not whole instructions"),
            new Case(
                    "empty",
                    elf -> elf.function("p", elf.code("prog", new byte[16]), 0, 0),
                    22,
                    "section 'prog': function 'p' is 0 bytes at 0, not whole instructions"),
            new Case(
                    "past its section",
                    elf -> elf.function("p", elf.code("prog", new byte[16]), 8, 16),
                    4001,
                    "section 'prog': function 'p' reaches past the end of its section"),
            new Case(
                    "far past its section",
                    elf -> elf.function("p", elf.code("prog", new byte[16]), -8, 16),
                    4001,
                    "section 'prog': function 'p' reaches past the end of its section"),
            new Case(
                    "static",
                    elf -> elf.symbol("p", 0, Elf.STT_FUNC, elf.code("prog", new byte[16]), 0, 16),
                    95,
                    "section 'prog': function 'p' is static, which a program may not be"),
            new Case(
                    "maps of before libbpf 1.0",
                    elf -> elf.data("maps", new byte[20]),
                    95,
                    "section 'maps': map definitions of before libbpf 1.0 are not supported"),
            new Case(
                    "maps without types",
                    elf -> elf.data(".maps", new byte[32]),
                    2,
                    "maps are defined in .maps, which needs a .BTF section, and it is missing"),
            new Case(
                    "relocation of an odd offset",
                    elf -> {
                        int prog = elf.code("prog", code(LOAD, SECOND));
                        elf.function("p", prog, 0, 16);
                        elf.rel(prog, 4, 1, 1);
                    },
                    4001,
                    "section '.relprog' refers to offset 4, no instruction"),
            new Case(
                    "relocation of a missing symbol",
                    elf -> {
                        int prog = elf.code("prog", code(LOAD, SECOND));
                        elf.function("p", prog, 0, 16);
                        elf.rel(prog, 0, 99, 1);
                    },
                    4001,
                    "section '.relprog' refers to a symbol that is not there"),
            new Case(
                    "reference on a move",
                    reference(MOVE, elf -> elf.symbol("d", 1, 1, elf.data(".data", new byte[8]), 0, 8)),
                    4005,
                    "program 'p', instruction 0: a reference to 'd' stands on no call or 64-bit load"),
            new Case(
                    "data in an odd section",
                    reference(LOAD, elf -> elf.symbol("d", 1, 1, elf.data("odd", new byte[8]), 0, 8)),
                    4005,
                    "program 'p', instruction 0: 'd' is in section 'odd', which holds neither maps nor data"),
            new Case(
                    "common variable",
                    reference(LOAD, elf -> elf.symbol("d", 1, 1, 0xfff2, 0, 8)),
                    4005,
                    "program 'p', instruction 0: 'd' is in no section; an uninitialised global variable?"),
            new Case(
                    "call into another program",
                    reference(CALL, elf -> elf.function("q", 1, 8, 8)),
                    4005,
                    "program 'p', instruction 0: 'q' is not a function in .text"));

    static final List<Case> EXTERNS = List.of(
            new Case("without types", elf -> elf.symbol("ext", 1, 0, 0, 0, 0), 3, "extern 'ext' has no type in .BTF"),
            new Case("undeclared", elf -> extern(elf, types -> {}), 2, "extern 'ext' has no type in .BTF"),
            new Case(
                    "declared otherwise",
                    elf -> extern(elf, types -> types.variable("ext", 1, 1)),
                    22,
                    "extern 'ext' is not declared extern in .BTF"),
            new Case(
                    "in no section",
                    elf -> extern(elf, types -> types.variable("ext", 1, EXTERN)),
                    2,
                    "extern 'ext' is in no section of .BTF"),
            new Case(
                    "in another section",
                    elf -> extern(elf, types -> listed(types, ".other", 1)),
                    95,
                    "extern 'ext' is in section '.other', not .kconfig or .ksyms"),
            new Case(
                    "option of an odd type",
                    elf -> extern(elf, types -> listed(types, ".kconfig", types.pointer(1))),
                    95,
                    "extern 'ext' has a type no kernel option can have"));

    private static Refusal refusal(Case c) {
        ElfBuilder elf = new ElfBuilder(LE);
        c.parts.accept(elf);
        Refusal refusal = BpfObject.parse(Bytes.of("object", elf.bytes(), LE)).refusal();
        assertNotNull(refusal);
        return refusal;
    }

    @ParameterizedTest
    @FieldSource("PROGRAMS")
    void programsAndReferences(Case c) {
        assertEquals(new Refusal(c.errno, c.why), refusal(c));
    }

    @Rule(27)
    @ParameterizedTest
    @FieldSource("EXTERNS")
    void externs(Case c) {
        assertEquals(new Refusal(c.errno, c.why), refusal(c));
    }
}
