package dev.relogrid.engine.feature;

import static dev.relogrid.fixture.BtfBuilder.SIGNED;
import static dev.relogrid.fixture.BtfBuilder.member;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.relogrid.engine.core.ReloKind;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import dev.relogrid.fixture.ObjectBuilder;
import org.junit.jupiter.api.Test;

/** The struct whose member an instruction reads, also where the record that says so is damaged. */
final class MemberAccessesTest {
    private static final Insn LOAD = new Insn(0x61, 1, 2, 4, 0);

    @Test
    void aTypeThatIsNotThereIsNone() {
        ObjectBuilder object = new ObjectBuilder();
        int number = object.types.integer("int", 4, SIGNED);
        int foo = object.types.struct("foo", 8, member("x", number, 0), member("y", number, 4));
        object.program("socket", "program", LOAD, LOAD, LOAD);
        int offset = ReloKind.FIELD_BYTE_OFFSET.ordinal();
        object.ext
                .relo("socket", 0, foo, "0:1", offset)
                .relo("socket", 8, foo + 2000, "0:1", offset)
                .relo("socket", 16, -50331605, "0:1", offset);
        BpfObject built = object.build();
        Program program = built.programs().getFirst();
        MemberAccesses accesses = new MemberAccesses(built);
        assertEquals(foo, accesses.struct(program, 0));
        assertEquals(0, accesses.struct(program, 1));
        assertEquals(0, accesses.struct(program, 2));
    }
}
