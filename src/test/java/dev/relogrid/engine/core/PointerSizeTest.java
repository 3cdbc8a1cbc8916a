package dev.relogrid.engine.core;

import static dev.relogrid.fixture.BtfBuilder.SIGNED;
import static dev.relogrid.fixture.BtfBuilder.member;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How wide a pointer is: 8 in every object, what {@code long} says in a kernel. */
final class PointerSizeTest {

    @Rule(20)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "long",
                "long int",
                "int long",
                "unsigned long",
                "long unsigned",
                "unsigned long int",
                "unsigned int long",
                "long unsigned int",
                "long int unsigned",
                "int unsigned long",
                "int long unsigned"
            })
    void anySpellingOfLongDecides(String name) {
        BtfBuilder types = new BtfBuilder();
        types.integer("int", 8, SIGNED);
        types.integer(name, 4, 0);
        types.integer("long int", 8, SIGNED);
        assertEquals(4, types.build().pointerSize());
    }

    @Rule(20)
    @ParameterizedTest
    @ValueSource(strings = {"int", "long long", "long long int", "unsigned", "size_t", "Long"})
    void otherNamesDoNot(String name) {
        BtfBuilder types = new BtfBuilder();
        types.integer(name, 4, 0);
        types.typedef("long", 1);
        assertEquals(8, types.build().pointerSize());
    }

    @Rule(20)
    @Test
    void longOfAnOddSizeDoesNotDecide() {
        BtfBuilder types = new BtfBuilder();
        types.integer("long", 2, 0);
        types.integer("unsigned long", 4, 0);
        assertEquals(4, types.build().pointerSize());
    }

    @Rule(20)
    @Test
    void splitBtfHasThatOfItsBase() {
        BtfBuilder base = new BtfBuilder();
        base.integer("long", 4, 0);
        BtfBuilder module = BtfBuilder.over(base);
        module.integer("long", 8, 0);
        assertEquals(4, module.build().pointerSize());
    }

    @Rule(20)
    @Test
    void objectAlwaysHasEight() {
        BtfBuilder types = new BtfBuilder();
        types.integer("long", 4, 0);
        int pointer = types.pointer(0);
        Btf object = types.build().withPointerSize(8);
        assertEquals(8, object.pointerSize());
        assertEquals(8, object.resolveSize(pointer));
    }

    @Rule({20, 24})
    @Test
    void pointerLoadShrinksOnA32BitKernel() {
        Scene scene = new Scene();
        int foo = scene.local.struct("foo", 8, member("p", scene.local.pointer(0), 0));
        scene.target.integer("long", 4, SIGNED);
        scene.target.struct("foo", 4, member("p", scene.target.pointer(0), 0));
        ReloValue value = Scene.value(scene.resolve(ReloKind.FIELD_BYTE_OFFSET, foo, "0:0"));
        assertEquals(new ReloValue.MemorySize(8, 4, false), value.memory());
    }

    @Rule({20, 24})
    @Test
    void signedLongCannotShrinkOnA32BitKernel() {
        Scene scene = new Scene();
        int foo = scene.local.struct("foo", 8, member("l", scene.local.integer("long", 8, SIGNED), 0));
        scene.target.struct("foo", 4, member("l", scene.target.integer("long", 4, SIGNED), 0));
        ReloValue value = Scene.value(scene.resolve(ReloKind.FIELD_BYTE_OFFSET, foo, "0:0"));
        assertEquals(new ReloValue.MemorySize(8, 4, true), value.memory());
    }
}
