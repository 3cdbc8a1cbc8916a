package dev.relogrid.engine.core;

import static dev.relogrid.fixture.BtfBuilder.SIGNED;
import static dev.relogrid.fixture.BtfBuilder.member;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The candidates of a local type are one list for the whole object, which every match narrows. */
final class CandidateNarrowingTest {
    private final Scene scene = new Scene();
    private final int foo;
    private final int flavour;

    /** Two targets of the same name: y is at 4 in the one with only_a, at 8 in the other. */
    CandidateNarrowingTest() {
        foo = local(scene.local, "foo");
        flavour = local(scene.local, "foo___other");
        int number = scene.target.integer("int", 4, SIGNED);
        scene.target.struct("foo", 8, member("only_a", number, 0), member("y", number, 4));
        scene.target.struct("foo", 12, member("only_b", number, 0), member("y", number, 8));
    }

    private static int local(BtfBuilder types, String name) {
        int number = types.integer("int", 4, SIGNED);
        return types.struct(
                name, 12, member("only_a", number, 0), member("y", number, 4), member("nowhere", number, 8));
    }

    private List<String> words() {
        return scene.resolve().stream().map(Scene::word).toList();
    }

    @Rule({4, 5})
    @Test
    void matchLeavesOnlyItsCandidatesToThoseAfterIt() {
        scene.relo(ReloKind.FIELD_EXISTS, foo, "0:0").relo(ReloKind.FIELD_BYTE_OFFSET, foo, "0:1");
        assertEquals(List.of("resolved", "resolved"), words());
        assertEquals(1, scene.resolve().getLast().candidates().size());
        assertEquals(4, Scene.value(scene.resolve().getLast()).value());
    }

    @Rule({4, 5})
    @Test
    void recordsInTheOtherOrderAreAmbiguous() {
        scene.relo(ReloKind.FIELD_BYTE_OFFSET, foo, "0:1").relo(ReloKind.FIELD_EXISTS, foo, "0:0");
        assertEquals(List.of("ambiguous", "resolved"), words());
    }

    @Rule(4)
    @Test
    void flavourOfTheSameTypeHasAListOfItsOwn() {
        scene.relo(ReloKind.FIELD_EXISTS, foo, "0:0").relo(ReloKind.FIELD_BYTE_OFFSET, flavour, "0:1");
        assertEquals(List.of("resolved", "ambiguous"), words());
    }

    @Rule(4)
    @Test
    void noMatchLeavesTheListAsItWas() {
        scene.relo(ReloKind.FIELD_EXISTS, foo, "0:2").relo(ReloKind.FIELD_BYTE_OFFSET, foo, "0:1");
        assertEquals(List.of("absent", "ambiguous"), words());
        assertEquals(2, scene.resolve().getLast().candidates().size());
    }

    @Rule(4)
    @Test
    void typeIdLocalNarrowsNothing() {
        scene.relo(ReloKind.TYPE_ID_LOCAL, foo, "0").relo(ReloKind.FIELD_EXISTS, foo, "0:0");
        assertEquals(2, scene.resolve().getLast().candidates().size());
    }

    /** The list is narrowed while it is walked; after an error everything below the error stays as it was. */
    @Rule(4)
    @Test
    void failureLeavesTheListAsItWas() {
        scene.relo(ReloKind.FIELD_BYTE_OFFSET, foo, "0:1").relo(ReloKind.FIELD_EXISTS, foo, "0:2");
        assertEquals(2, scene.resolve().getLast().candidates().size());
    }
}
