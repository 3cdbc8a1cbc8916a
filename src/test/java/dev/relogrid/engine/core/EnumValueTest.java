package dev.relogrid.engine.core;

import static dev.relogrid.fixture.BtfBuilder.enumerator;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.btf.Errno;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.fixture.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Enumerators are found by name without flavour, and their values read as libbpf reads them. */
final class EnumValueTest {
    private final Scene scene = new Scene();

    private ReloValue ask(ReloKind kind, int local) {
        return Scene.value(scene.resolve(kind, local, "0"));
    }

    @Rule(17)
    @Test
    void valueIsTheTargets() {
        int local = scene.local.enumeration("e", 4, false, enumerator("A", 1));
        scene.target.enumeration("e", 4, false, enumerator("Z", 1), enumerator("A", 7));
        ReloValue value = ask(ReloKind.ENUMVAL_VALUE, local);
        assertEquals(1, value.original());
        assertEquals(7, value.value());
        assertTrue(value.validate());
    }

    @Rule(1)
    @Test
    void flavoursOfEnumeratorsAreCutOnBothSides() {
        int local = scene.local.enumeration("e", 4, false, enumerator("A___x", 1));
        scene.target.enumeration("e", 4, false, enumerator("A___y", 7), enumerator("A", 8));
        assertEquals(7, ask(ReloKind.ENUMVAL_VALUE, local).value());
    }

    @Rule(17)
    @Test
    void enum32IsSignExtendedWhateverItsSign() {
        int local = scene.local.enumeration("e", 4, false, enumerator("BIG", 0x8000_0000L));
        scene.target.enumeration("e", 4, true, enumerator("BIG", 0xffff_ffffL));
        ReloValue value = ask(ReloKind.ENUMVAL_VALUE, local);
        assertEquals(0xffff_ffff_8000_0000L, value.original());
        assertEquals(-1, value.value());
    }

    /** clang loads the unsigned number, libbpf expects the sign-extended one: no kernel takes such an object. */
    @Rule(17)
    @Test
    void bigUnsignedEnumeratorRefusesTheObject() {
        int local = scene.local.enumeration("e", 4, false, enumerator("BIG", 0x8000_0000L));
        scene.target.enumeration("e", 4, false, enumerator("BIG", 0x8000_0000L));
        Insn low = new Insn(Insn.LDIMM64, 1, 0, 0, 0x8000_0000);
        Patch patch = InsnPatcher.patch(List.of(low, new Insn(0, 0, 0, 0, 0)), ask(ReloKind.ENUMVAL_VALUE, local));
        assertEquals(Patch.Outcome.REFUSED, patch.outcome());
        assertEquals(Errno.EINVAL, patch.errno());
    }

    @Rule(17)
    @Test
    void enum64HoldsAll64Bits() {
        int local = scene.local.enum64("e", false, enumerator("BIG", 0x1234_5678_9abc_def0L));
        scene.target.enum64("e", false, enumerator("BIG", 0x8000_0000_8000_0000L));
        ReloValue value = ask(ReloKind.ENUMVAL_VALUE, local);
        assertEquals(0x1234_5678_9abc_def0L, value.original());
        assertEquals(0x8000_0000_8000_0000L, value.value());
    }

    @Rule(17)
    @Test
    void enumAndEnum64MeetBothWays() {
        int small = scene.local.enumeration("e", 4, false, enumerator("A", 1));
        int big = scene.local.enum64("f", false, enumerator("B", 2));
        scene.target.enum64("e", false, enumerator("A", 1L << 40));
        scene.target.enumeration("f", 4, false, enumerator("B", 3));
        assertEquals(1L << 40, ask(ReloKind.ENUMVAL_VALUE, small).value());
        assertEquals(3, ask(ReloKind.ENUMVAL_VALUE, big).value());
    }

    @Rule(15)
    @Test
    void missingEnumeratorPoisonsItsValueButNotItsExistence() {
        int local = scene.local.enumeration("e", 4, false, enumerator("A", 1));
        scene.target.enumeration("e", 4, false, enumerator("B", 1));
        ReloValue exists = Scene.absent(scene.resolve(ReloKind.ENUMVAL_EXISTS, local, "0"));
        assertEquals(1, exists.original());
        assertEquals(0, exists.value());
        assertFalse(exists.poison());
        assertTrue(
                Scene.absent(scene.resolve(ReloKind.ENUMVAL_VALUE, local, "0")).poison());
    }

    @Rule(2)
    @Test
    void typedefOfAnEnumMeetsTypedefsOnly() {
        int local = scene.local.typedef("e_t", scene.local.enumeration("", 4, false, enumerator("A", 1)));
        scene.target.enumeration("e_t", 4, false, enumerator("A", 5));
        scene.target.typedef("e_t", scene.target.enumeration("whatever", 4, false, enumerator("A", 6)));
        assertEquals(6, ask(ReloKind.ENUMVAL_VALUE, local).value());
    }

    @Rule(2)
    @Test
    void typedefThatLeadsToNoEnumDoesNotMatch() {
        int local = scene.local.typedef("e_t", scene.local.enumeration("", 4, false, enumerator("A", 1)));
        scene.target.typedef("e_t", scene.target.integer("int", 4, 1));
        assertEquals("poison", Scene.word(scene.resolve(ReloKind.ENUMVAL_VALUE, local, "0")));
    }
}
