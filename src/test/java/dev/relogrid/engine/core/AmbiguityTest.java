package dev.relogrid.engine.core;

import static dev.relogrid.fixture.BtfBuilder.SIGNED;
import static dev.relogrid.fixture.BtfBuilder.bits;
import static dev.relogrid.fixture.BtfBuilder.enumerator;
import static dev.relogrid.fixture.BtfBuilder.member;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Several candidates match: they must agree, or the object fails. */
final class AmbiguityTest {
    private final Scene scene = new Scene();
    private final BtfBuilder target = scene.target;
    private int foo;

    @BeforeEach
    void localTypes() {
        foo = scene.local.struct("foo", 8, member("x", scene.local.integer("int", 4, SIGNED), 0));
        target.integer("int", 4, SIGNED);
    }

    @Rule(18)
    @ParameterizedTest
    @EnumSource(value = ReloKind.class, mode = Mode.MATCH_ANY, names = "FIELD_.*")
    void everyFieldKindWantsEqualOffsets(ReloKind kind) {
        target.struct("foo", 8, member("x", 1, 0));
        target.struct("foo", 8, member("x", 1, 4));
        assertEquals("ambiguous", Scene.word(scene.resolve(kind, foo, "0:0")));
    }

    @Rule(18)
    @Test
    void anotherPathToTheSameOffsetIsFine() {
        target.struct("foo", 8, member("x", 1, 4));
        int inner = target.struct("", 4, member("x", 1, 0));
        target.struct("foo", 8, member("pad", 1, 0), member("", inner, 4));
        Resolution answer = scene.resolve(ReloKind.FIELD_BYTE_OFFSET, foo, "0:0");
        assertEquals("resolved", Scene.word(answer));
        assertEquals(2, answer.matches());
    }

    @Rule(18)
    @Test
    void equalOffsetsWithUnequalSizesDisagreeOnlyWhereTheSizeIsAsked() {
        target.struct("foo", 8, member("x", 1, 0));
        target.struct("foo", 8, member("x", target.integer("short", 2, SIGNED), 0));
        assertEquals("resolved", Scene.word(scene.resolve(ReloKind.FIELD_BYTE_OFFSET, foo, "0:0")));
        assertEquals("ambiguous", Scene.word(scene.resolve(ReloKind.FIELD_BYTE_SIZE, foo, "0:0")));
    }

    /** Bit 3 and bit 5 lie in the same byte, which is not enough. */
    @Rule(18)
    @Test
    void bitOffsetsAreComparedNotByteOffsets() {
        target.struct("foo", 8, bits("x", 1, 3, 2));
        target.struct("foo", 8, bits("x", 1, 5, 2));
        assertEquals("ambiguous", Scene.word(scene.resolve(ReloKind.FIELD_BYTE_OFFSET, foo, "0:0")));
    }

    @Rule(18)
    @Test
    void candidatesThatDoNotMatchHaveNoSay() {
        target.struct("foo", 8, member("x", target.pointer(0), 0));
        target.struct("foo", 8, member("x", 1, 4));
        target.struct("foo", 8, member("y", 1, 0));
        Resolution answer = scene.resolve(ReloKind.FIELD_BYTE_OFFSET, foo, "0:0");
        assertEquals(4, Scene.value(answer).value());
        assertEquals(1, answer.matches());
    }

    @Rule(18)
    @Test
    void twoTypesHaveTwoIds() {
        target.struct("foo", 8);
        target.struct("foo", 8);
        assertEquals("ambiguous", Scene.word(scene.resolve(ReloKind.TYPE_ID_TARGET, foo, "0")));
        assertEquals("resolved", Scene.word(scene.resolve(ReloKind.TYPE_EXISTS, foo, "0")));
        assertEquals("resolved", Scene.word(scene.resolve(ReloKind.TYPE_SIZE, foo, "0")));
    }

    @Rule(18)
    @Test
    void sizesOfTypesMustAgree() {
        target.struct("foo", 8, member("x", 1, 0));
        target.struct("foo", 12, member("x", 1, 0));
        assertEquals("resolved", Scene.word(scene.resolve(ReloKind.TYPE_MATCHES, foo, "0")));
        assertEquals("ambiguous", Scene.word(scene.resolve(ReloKind.TYPE_SIZE, foo, "0")));
    }

    @Rule(18)
    @Test
    void enumeratorValuesMustAgree() {
        int local = scene.local.enumeration("e", 4, false, enumerator("A", 1));
        target.enumeration("e", 4, false, enumerator("A", 1));
        target.enumeration("e", 4, false, enumerator("A", 2));
        assertEquals("resolved", Scene.word(scene.resolve(ReloKind.ENUMVAL_EXISTS, local, "0")));
        assertEquals("ambiguous", Scene.word(scene.resolve(ReloKind.ENUMVAL_VALUE, local, "0")));
    }

    @Rule(18)
    @Test
    void libbpfLooksNoFurtherThanTheFirstDisagreement() {
        target.struct("foo", 8, member("x", 1, 0));
        target.struct("foo", 8, member("x", 1, 4));
        target.struct("foo", 8, member("x", 1, 4));
        Resolution answer = scene.resolve(ReloKind.FIELD_BYTE_OFFSET, foo, "0:0");
        assertEquals(3, answer.candidates().size());
        assertEquals(2, answer.matches());
        assertNull(answer.candidates().getLast().match());
    }
}
