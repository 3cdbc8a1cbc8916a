package dev.relogrid.engine.core;

import static dev.relogrid.fixture.BtfBuilder.SIGNED;
import static dev.relogrid.fixture.BtfBuilder.member;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.btf.Errno;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.Rule;
import org.junit.jupiter.api.Test;

/** Where a local access ends up in one target type. */
final class FieldSearchTest {
    private final Scene scene = new Scene();
    private final BtfBuilder local = scene.local;
    private final BtfBuilder target = scene.target;
    private final int number = local.integer("int", 4, SIGNED);
    private final int there = target.integer("int", 4, SIGNED);

    private int localFoo(BtfBuilder.Member... members) {
        return local.struct("foo", 64, members);
    }

    @Rule(8)
    @Test
    void localAnonymousMembersLeaveNoTrace() {
        int inner = local.struct("", 8, member("x", number, 4));
        int foo = localFoo(member("", inner, 8));
        int id = target.struct("foo", 8, member("pad", there, 0), member("x", there, 4));
        Resolution answer = scene.resolve(ReloKind.FIELD_BYTE_OFFSET, foo, "0:0:0");
        assertEquals("[" + id + "] 0:1", Scene.target(answer));
        assertEquals(4, Scene.value(answer).value());
    }

    @Rule(8)
    @Test
    void targetIsSearchedThroughItsOwnAnonymousMembers() {
        int foo = localFoo(member("x", number, 0));
        int deepest = target.struct("", 8, member("pad", there, 0), member("x", there, 4));
        int union = target.union("", 8, member("other", there, 0), member("", deepest, 0));
        int id = target.struct("foo", 16, member("first", there, 0), member("", union, 8));
        Resolution answer = scene.resolve(ReloKind.FIELD_BYTE_OFFSET, foo, "0:0");
        assertEquals("[" + id + "] 0:1:1:1", Scene.target(answer));
        assertEquals(12, Scene.value(answer).value());
    }

    @Rule(8)
    @Test
    void namedMembersAreNotSearched() {
        int foo = localFoo(member("x", number, 0));
        int inner = target.struct("inner", 8, member("x", there, 4));
        target.struct("foo", 8, member("in", inner, 0));
        assertEquals("poison", Scene.word(scene.resolve(ReloKind.FIELD_BYTE_OFFSET, foo, "0:0")));
    }

    @Rule(8)
    @Test
    void firstMatchInOrderWins() {
        int foo = localFoo(member("x", number, 0));
        int early = target.struct("", 8, member("x", there, 4));
        int id = target.struct("foo", 16, member("", early, 0), member("x", there, 8));
        assertEquals("[" + id + "] 0:0:0", Scene.target(scene.resolve(ReloKind.FIELD_BYTE_OFFSET, foo, "0:0")));
    }

    @Rule({8, 10})
    @Test
    void incompatibleMemberOfThatNameEndsTheSearch() {
        int foo = localFoo(member("x", number, 0));
        target.struct("foo", 16, member("x", target.pointer(there), 0), member("x", there, 8));
        Resolution answer = scene.resolve(ReloKind.FIELD_BYTE_OFFSET, foo, "0:0");
        assertEquals("poison", Scene.word(answer));
        assertTrue(answer.candidates().getFirst().incompatible());
    }

    @Rule(1)
    @Test
    void memberNamesAreNeverCut() {
        int foo = localFoo(member("x___new", number, 0));
        target.struct("foo", 4, member("x", there, 0));
        assertEquals("absent", Scene.word(scene.resolve(ReloKind.FIELD_EXISTS, foo, "0:0")));
    }

    @Rule(8)
    @Test
    void targetPathOf64StepsIsFine() {
        assertEquals("resolved", Scene.word(nested(62)));
    }

    @Rule(8)
    @Test
    void deeperTargetPathFailsTheObject() {
        Resolution.Rejected answer = Scene.rejected(nested(63));
        assertEquals(Errno.E2BIG, answer.errno());
    }

    /** x behind that many anonymous structs: 0, then one step each, then x itself. */
    private Resolution nested(int depth) {
        int foo = localFoo(member("x", number, 0));
        int inner = target.struct(depth == 0 ? "foo" : "", 4, member("x", there, 0));
        for (int i = 1; i <= depth; i++) {
            inner = target.struct(i == depth ? "foo" : "", 4, member("", inner, 0));
        }
        return scene.resolve(ReloKind.FIELD_EXISTS, foo, "0:0");
    }

    @Rule(9)
    @Test
    void elementSizesComeFromEachSide() {
        int small = local.struct("e", 4, member("v", number, 0));
        int foo = localFoo(member("a", local.array(small, number, 8), 0));
        int big = target.struct("e", 12, member("pad", there, 0), member("v", there, 8));
        target.struct("foo", 96, member("a", target.array(big, there, 8), 16));
        ReloValue value = Scene.value(scene.resolve(ReloKind.FIELD_BYTE_OFFSET, foo, "0:0:3:0"));
        assertEquals(12, value.original());
        assertEquals(16 + 3 * 12 + 8, value.value());
    }

    @Rule(9)
    @Test
    void indexPastTheTargetArrayIsAMissingField() {
        assertEquals("absent", arrays(4, 3, "0:0:3"));
        assertEquals("resolved", arrays(4, 3, "0:0:2"));
    }

    @Rule(9)
    @Test
    void flexibleTargetArrayTakesAnyIndex() {
        assertEquals("resolved", arrays(4, 0, "0:0:3"));
    }

    private String arrays(int count, int targetCount, String access) {
        int foo = localFoo(member("a", local.array(number, number, count), 0));
        target.struct("foo", 16, member("a", target.array(there, there, targetCount), 0));
        return Scene.word(scene.resolve(ReloKind.FIELD_EXISTS, foo, access));
    }

    @Rule(9)
    @Test
    void emptyTargetArrayThatIsNotLastHasNoElements() {
        int foo = localFoo(member("a", local.array(number, number, 4), 0));
        target.struct("foo", 16, member("a", target.array(there, there, 0), 0), member("z", there, 0));
        scene.relo(ReloKind.FIELD_EXISTS, foo, "0:0:0");
        assertEquals("absent", Scene.word(scene.resolve().getLast()));
        assertEquals("resolved", Scene.word(scene.resolve(ReloKind.FIELD_EXISTS, foo, "0:0")));
    }

    @Rule(9)
    @Test
    void innerDimensionIsNeverFlexible() {
        int foo = localFoo(member("a", local.array(local.array(number, number, 4), number, 2), 0));
        int inner = target.array(there, there, 0);
        target.struct("foo", 16, member("a", target.array(inner, there, 0), 0));
        scene.relo(ReloKind.FIELD_EXISTS, foo, "0:0:1");
        assertEquals("resolved", Scene.word(scene.resolve().getLast()));
        assertEquals("absent", Scene.word(scene.resolve(ReloKind.FIELD_EXISTS, foo, "0:0:1:0")));
    }

    @Rule(9)
    @Test
    void dimensionsNeedNotAgree() {
        int foo = localFoo(member("a", local.array(local.array(number, number, 4), number, 2), 0));
        target.struct("foo", 16, member("a", target.array(there, there, 8), 0));
        scene.relo(ReloKind.FIELD_EXISTS, foo, "0:0:1");
        assertEquals("absent", Scene.word(scene.resolve().getLast()));
    }

    @Rule(9)
    @Test
    void elementOfWhatIsNoArrayIsMissing() {
        int foo = localFoo(member("a", local.array(number, number, 4), 0));
        int wrapped = target.struct("w", 4, member("v", there, 0));
        target.struct("foo", 16, member("a", wrapped, 0));
        assertEquals("absent", Scene.word(scene.resolve(ReloKind.FIELD_EXISTS, foo, "0:0:0")));
    }

    @Rule(9)
    @Test
    void pointerArithmeticUsesTheSizeOfEachSide() {
        int foo = localFoo(member("x", number, 4));
        target.struct("foo", 24, member("x", there, 8));
        ReloValue value = Scene.value(scene.resolve(ReloKind.FIELD_BYTE_OFFSET, foo, "3:0"));
        assertEquals(3 * 64 + 4, value.original());
        assertEquals(3 * 24 + 8, value.value());
    }

    /**
     * libbpf leaves the offset of a member of the right name and the wrong type in its sum; where the search goes on
     * outside an anonymous struct, that offset stays in the answer (bpf_core_match_member).
     */
    @Rule(8)
    @Test
    void searchGoesOnOutsideAnAnonymousStructWithItsOffsetInTheSum() {
        int foo = localFoo(member("x", number, 0));
        int wrong = target.struct("", 16, member("x", target.pointer(there), 8));
        int id = target.struct("foo", 32, member("", wrong, 0), member("x", there, 16));
        Resolution answer = scene.resolve(ReloKind.FIELD_BYTE_OFFSET, foo, "0:0");
        assertEquals("[" + id + "] 0:0:1", Scene.target(answer));
        assertEquals(24, Scene.value(answer).value());
    }
}
