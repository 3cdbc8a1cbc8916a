package dev.relogrid.engine.extern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.fixture.Rule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order in which libbpf goes through externs, and where it stops. */
final class ExternPassTest {
    private final Declared object = new Declared();
    private final MadeKernel kernel = new MadeKernel();

    private List<String> words(BpfObject built) {
        List<String> words = new ArrayList<>();
        for (ExternResult result : ExternPass.run(built, kernel)) {
            words.add(result.extern().name() + " " + result.status().word());
        }
        return words;
    }

    private static String stop(BpfObject built, MadeKernel kernel) {
        ExternResult first = new ExternPass(built).firstFailure(ExternPass.run(built, kernel));
        assertNotNull(first);
        return first.sentence();
    }

    @Rule(27)
    @Test
    void eachStepMayEndIt() {
        object.function("bpf_a", object.types.prototype(0), false)
                .variableOf("variable", object.number, false)
                .symbol("twice", true)
                .symbol("nowhere", false)
                .option("CONFIG_A", object.number, false)
                .option("CONFIG_B", object.number, false)
                .option("LINUX_X", object.number, false)
                .option("LINUX_A", object.number, true);
        kernel.symbol("twice", "dd").set("CONFIG_B", "y");
        BpfObject built = object.build();
        assertEquals(
                List.of(
                        "bpf_a not-tried",
                        "variable not-tried",
                        "twice not-tried",
                        "nowhere not-tried",
                        "CONFIG_A not-tried",
                        "CONFIG_B not-tried",
                        "LINUX_X error",
                        "LINUX_A resolved"),
                words(built));
        assertEquals("kernel option LINUX_X: libbpf knows no option of that name", stop(built, kernel));
    }

    @Rule(27)
    @Test
    void theConfigurationComesBeforeSymbols() {
        object.symbol("twice", true).option("CONFIG_A", object.number, false).option("CONFIG_B", object.number, true);
        kernel.symbol("twice", "dd").set("CONFIG_B", "y");
        assertEquals(List.of("twice not-tried", "CONFIG_A unresolved", "CONFIG_B error"), words(object.build()));
    }

    @Rule(27)
    @Test
    void symbolsComeBeforeTypesAndAbsenceLast() {
        object.function("bpf_a", object.types.prototype(0), false)
                .symbol("twice", true)
                .symbol("nowhere", false)
                .option("CONFIG_A", object.number, false);
        kernel.symbol("twice", "dd");
        BpfObject built = object.build();
        assertEquals(
                List.of("bpf_a not-tried", "twice error", "nowhere unresolved", "CONFIG_A unresolved"), words(built));
        assertEquals("kernel symbol twice: several symbols have that name", stop(built, kernel));
        kernel.symbol("twice", "d");
        assertEquals("kernel function bpf_a: no function of that name", stop(built, kernel));
        kernel.types.function("bpf_a", kernel.types.prototype(0), 0);
        assertEquals("kernel option CONFIG_A: CONFIG_A is not set", stop(built, kernel));
        kernel.set("CONFIG_A", "1");
        assertEquals("kernel symbol nowhere: no symbol of that name", stop(built, kernel));
    }

    /** Not in that of the symbol table: options by alignment, size and name, then symbols by name. */
    @Rule(27)
    @Test
    void withinAStepLibbpfHasAnOrderOfItsOwn() {
        int chars = object.types.array(object.types.integer("char", 1, 0), object.number, 99);
        object.variableOf("b", object.number, false)
                .function("a", object.types.prototype(0), false)
                .option("CONFIG_A", chars, false)
                .option("CONFIG_Z", object.number, false)
                .option("CONFIG_Y", object.number, false)
                .option("CONFIG_X", object.types.integer("short", 2, 0), false);
        BpfObject built = object.build();
        assertEquals("kernel function a: no function of that name", stop(built, kernel));
        kernel.types.function("a", kernel.types.prototype(0), 0);
        assertEquals("kernel variable b: no variable of that name in its types", stop(built, kernel));
        kernel.types.variable("b", kernel.types.integer("int", 4, 1), 1);
        assertEquals("kernel option CONFIG_Y: CONFIG_Y is not set", stop(built, kernel));
        kernel.set("CONFIG_Y", "1");
        assertEquals("kernel option CONFIG_Z: CONFIG_Z is not set", stop(built, kernel));
        kernel.set("CONFIG_Z", "1");
        assertEquals("kernel option CONFIG_X: CONFIG_X is not set", stop(built, kernel));
        kernel.set("CONFIG_X", "1");
        assertEquals("kernel option CONFIG_A: CONFIG_A is not set", stop(built, kernel));
    }

    @Test
    void kernelsThatAreAlikeInItHaveEqualResults() {
        object.option("CONFIG_A", object.number, true).function("bpf_a", object.types.prototype(0), true);
        BpfObject built = object.build();
        kernel.set("CONFIG_A", "7");
        kernel.types.integer("another", 4, 0);
        kernel.types.function("bpf_a", kernel.types.prototype(0), 0);
        MadeKernel other = new MadeKernel().set("CONFIG_A", "0x7").set("CONFIG_B", "y");
        other.types.function("bpf_a", other.types.prototype(0), 0);
        assertEquals(ExternPass.run(built, kernel), ExternPass.run(built, other));
        assertEquals(
                ExternPass.run(built, kernel).hashCode(),
                ExternPass.run(built, other).hashCode());
        assertNotEquals(ExternPass.run(built, kernel), ExternPass.run(built, other.set("CONFIG_A", "8")));
        assertNotEquals(ExternPass.run(built, kernel), ExternPass.run(built, new MadeKernel().set("CONFIG_A", "7")));
    }

    @Test
    void anObjectWithoutExternsHasNoResults() {
        assertEquals(List.of(), ExternPass.run(object.build(), kernel));
    }
}
