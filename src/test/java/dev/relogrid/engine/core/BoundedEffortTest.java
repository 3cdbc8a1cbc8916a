package dev.relogrid.engine.core;

import static dev.relogrid.fixture.BtfBuilder.SIGNED;
import static dev.relogrid.fixture.BtfBuilder.member;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.relogrid.engine.btf.Errno;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.BtfBuilder.Member;
import dev.relogrid.fixture.BtfBuilder.Parameter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;

/** Types that would keep libbpf busy for longer than anyone waits: an answer comes all the same. */
final class BoundedEffortTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Scene scene = new Scene();

    private static <T> T soon(ThrowingSupplier<T> work) {
        return assertTimeoutPreemptively(SOON, work);
    }

    /** Thirty levels of anonymous structs, each holding the next twice: 2^30 places to look for a missing name. */
    @Test
    void anonymousNestingThatDoubles() {
        int foo = scene.local.struct("foo", 4, member("x", scene.local.integer("int", 4, SIGNED), 0));
        int inner = scene.target.struct("", 4, member("y", scene.target.integer("int", 4, SIGNED), 0));
        for (int i = 0; i < 30; i++) {
            inner = scene.target.struct(i == 29 ? "foo" : "", 4, member("", inner, 0), member("", inner, 0));
        }
        Resolution answer = soon(() -> scene.resolve(ReloKind.FIELD_EXISTS, foo, "0:0"));
        assertEquals(Errno.E2BIG, Scene.rejected(answer).errno());
    }

    @Test
    void anonymousStructThatHoldsItself() {
        int foo = scene.local.struct("foo", 4, member("x", scene.local.integer("int", 4, SIGNED), 0));
        scene.target.struct("", 4, member("", 1, 0), member("", 1, 0));
        scene.target.struct("foo", 4, member("", 1, 0));
        Resolution answer = soon(() -> scene.resolve(ReloKind.FIELD_EXISTS, foo, "0:0"));
        assertEquals(Errno.E2BIG, Scene.rejected(answer).errno());
    }

    /** Members of one name that nearly match, thirty levels deep. */
    @Test
    void matchingThatDoubles() {
        int local = doubling(scene.local, "int");
        doubling(scene.target, "u32");
        Resolution answer = soon(() -> scene.resolve(ReloKind.TYPE_MATCHES, local, "0"));
        assertEquals(Errno.E2BIG, Scene.rejected(answer).errno());
    }

    private static int doubling(BtfBuilder types, String leaf) {
        int inner = types.integer(leaf, 4, SIGNED);
        for (int i = 0; i < 30; i++) {
            Member twice = member("x", inner, 0);
            inner = types.struct("s" + i, 4, twice, twice);
        }
        return inner;
    }

    @Test
    void prototypesThatDouble() {
        int local = callbacks(scene.local, scene.local.integer("int", 4, SIGNED));
        callbacks(scene.target, scene.target.integer("int", 4, SIGNED));
        Resolution answer = soon(() -> scene.resolve(ReloKind.TYPE_EXISTS, local, "0"));
        assertEquals(Errno.E2BIG, Scene.rejected(answer).errno());
    }

    private static int callbacks(BtfBuilder types, int leaf) {
        int inner = leaf;
        for (int i = 0; i < 31; i++) {
            inner = types.prototype(0, new Parameter("a", inner), new Parameter("b", inner));
        }
        return types.typedef("callback_t", inner);
    }

    @Test
    void arraysInACircle() {
        int foo = scene.local.struct("foo", 4, new Member("x", 2, 0, 0));
        scene.local.array(2, 2, 1);
        scene.target.struct("foo", 4, new Member("x", 2, 0, 0));
        scene.target.array(2, 2, 1);
        Resolution answer = soon(() -> scene.resolve(ReloKind.FIELD_EXISTS, foo, "0:0"));
        assertEquals(Errno.EINVAL, Scene.rejected(answer).errno());
    }

    @Test
    void typedefsInACircleAreMalformed() {
        int local = scene.local.typedef("t", 1);
        scene.target.typedef("t", scene.target.integer("int", 4, SIGNED));
        MalformedInput error =
                assertThrows(MalformedInput.class, () -> scene.resolve(ReloKind.TYPE_EXISTS, local, "0"));
        assertEquals("at most 256 typedefs and modifiers in a row", error.expected());
    }

    /** Sixty relocations each of which would take its fill: the bound is for all of them together. */
    @Test
    void manyCostlyRelocationsShareOneBound() {
        int foo = scene.local.struct("foo", 4, member("x", scene.local.integer("int", 4, SIGNED), 0));
        int inner = scene.target.struct("", 4);
        for (int i = 0; i < 30; i++) {
            inner = scene.target.struct(i == 29 ? "foo" : "", 4, member("", inner, 0), member("", inner, 0));
        }
        for (int i = 0; i < 60; i++) {
            scene.relo(ReloKind.FIELD_EXISTS, foo, "0:0");
        }
        assertEquals(60, soon(scene::resolve).size());
    }
}
