package dev.relogrid.engine.extern;

import static dev.relogrid.fixture.BtfBuilder.member;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.extern.ExternResult.Status;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.finding.Obstacle.Level;
import dev.relogrid.engine.finding.Stage;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.BtfBuilder.Parameter;
import dev.relogrid.fixture.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Symbols, variables and functions of the kernel. */
final class KernelSymbolTest {
    private final Declared object = new Declared();
    private final MadeKernel kernel = new MadeKernel();
    private final int kernelInt = kernel.types.integer("int", 4, BtfBuilder.SIGNED);

    private ExternResult only() {
        return ExternPass.run(object.build(), kernel).getLast();
    }

    private static void is(ExternResult result, Status status, Known known, @Nullable CauseCode code, String has) {
        assertEquals(status, result.status());
        assertEquals(known, result.known());
        Obstacle obstacle = result.obstacle();
        assertEquals(code, obstacle == null ? null : obstacle.code());
        assertEquals(has, result.has());
    }

    @Rule(29)
    @Test
    void anUntypedSymbolIsThereOnce() {
        kernel.symbol("init_net", "D").symbol("twice", "tt");
        object.symbol("init_net", false)
                .symbol("twice", true)
                .symbol("weak", true)
                .symbol("strong", false);
        List<ExternResult> results = ExternPass.run(object.build(), kernel);
        is(results.get(0), Status.RESOLVED, Known.PRESENT, null, "");
        is(results.get(1), Status.ERROR, Known.UNKNOWN, CauseCode.KSYM_TYPE, "several symbols have that name");
        assertEquals(Step.KALLSYMS, results.get(1).stop());
        is(results.get(2), Status.WEAK_ZERO, Known.ABSENT, null, "no symbol of that name");
        is(results.get(3), Status.UNRESOLVED, Known.ABSENT, CauseCode.KSYM_MISSING, "no symbol of that name");
        assertEquals(
                "kernel symbol strong: no symbol of that name", results.get(3).sentence());
    }

    @Test
    void ofUnknownSymbolsNothingIsSaid() {
        kernel.ofUnknownSymbols();
        object.symbol("init_net", true);
        is(only(), Status.UNKNOWN, Known.UNKNOWN, CauseCode.KSYM_MISSING, "its symbols are not known");
    }

    @Rule({21, 29})
    @Test
    void aVariableIsOfItsType() {
        int rq = object.types.struct("rq", 4, member("cpu", object.number, 0));
        object.variableOf("runqueues", object.types.modifier(BtfKind.CONST, rq), false);
        int theirs = kernel.types.struct("another", 8);
        kernel.types.variable("runqueues", kernel.types.typedef("queues", theirs), 1);
        is(only(), Status.RESOLVED, Known.PRESENT, null, "");
    }

    @Rule({21, 29})
    @Test
    void aVariableOfAnotherTypeFailsEvenWeak() {
        object.variableOf("runqueues", object.types.forward("rq", false), true);
        kernel.types.variable("runqueues", kernel.types.struct("rq", 8), 1);
        ExternResult result = only();
        is(
                result,
                Status.ERROR,
                Known.UNKNOWN,
                CauseCode.KSYM_TYPE,
                "it is a struct, where the object only declares struct rq");
        assertEquals(Step.TYPES, result.stop());
    }

    @Rule(29)
    @Test
    void anAbsentVariable() {
        object.variableOf("strong", object.number, false).variableOf("weak", object.number, true);
        kernel.symbol("strong", "D").symbol("weak", "D");
        List<ExternResult> results = ExternPass.run(object.build(), kernel);
        String has = "no variable of that name in its types";
        is(results.get(0), Status.UNRESOLVED, Known.ABSENT, CauseCode.KSYM_MISSING, has);
        assertEquals(Step.TYPES, results.get(0).stop());
        is(results.get(1), Status.NOT_TRIED, Known.ABSENT, null, has);
    }

    /** libbpf reads the symbols for the untyped one, and takes what it finds for the typed one, too. */
    @Rule(29)
    @Test
    void symbolsAreReadForVariablesBesideUntypedOnes() {
        object.symbol("init_net", true)
                .variableOf("weak", object.number, true)
                .variableOf("x_known", object.number, false)
                .variableOf("zz_twice", object.number, true);
        kernel.symbol("weak", "D").symbol("zz_twice", "dd");
        kernel.types.variable("x_known", kernelInt, 1);
        List<ExternResult> results = ExternPass.run(object.build(), kernel);
        ExternResult weak = results.get(1);
        assertEquals(Status.NOT_TRIED, weak.status());
        is(results.get(3), Status.ERROR, Known.UNKNOWN, CauseCode.KSYM_TYPE, "several symbols have that name");
        Obstacle refused = weak.obstacle();
        assertNotNull(refused);
        assertEquals(Stage.LOAD, refused.stage());
        assertEquals("a symbol of that name, and no variable of that name in its types", refused.has());
    }

    private int function(BtfBuilder types, int returned, Parameter... parameters) {
        return types.prototype(returned, parameters);
    }

    @Rule({1, 21, 29})
    @Test
    void aFunctionIsFoundByItsEssentialName() {
        object.function("bpf_do___v2", function(object.types, 0, new Parameter("a", object.number)), false);
        kernel.types.function("bpf_do___v2", kernel.types.prototype(kernelInt), 0);
        kernel.types.function("bpf_do", kernel.types.prototype(0, new Parameter("b", kernelInt)), 0);
        is(only(), Status.RESOLVED, Known.PRESENT, null, "");
    }

    /** Variables keep theirs. */
    @Rule({1, 29})
    @Test
    void aVariableIsFoundByItsWholeName() {
        object.variableOf("all___v2", object.number, true);
        kernel.types.variable("all", kernelInt, 1);
        is(only(), Status.WEAK_ZERO, Known.ABSENT, null, "no variable of that name in its types");
    }

    @Rule(29)
    @Test
    void anAbsentFunction() {
        object.function("bpf_a", object.types.prototype(0), true)
                .function("bpf_b___x", object.types.prototype(0), false);
        List<ExternResult> results = ExternPass.run(object.build(), kernel);
        is(results.get(0), Status.WEAK_ZERO, Known.ABSENT, null, "no function of that name");
        is(results.get(1), Status.UNRESOLVED, Known.ABSENT, CauseCode.KFUNC_MISSING, "no function of that name");
        assertEquals(
                "kernel function bpf_b: no function of that name",
                results.get(1).sentence());
    }

    @Test
    void aFunctionOfOtherKernelsModulesMayBeThere() {
        kernel.moduleElsewhere("bpf_a");
        object.function("bpf_a___x", object.types.prototype(0), true);
        ExternResult result = only();
        assertEquals(Status.UNKNOWN, result.status());
        assertEquals(Known.UNKNOWN, result.known());
        assertNotNull(result.obstacle());
        assertEquals(CauseCode.NO_MODULE_BTF, result.obstacle().code());
        assertNull(result.stop());
    }

    /** The kernel's own comes first, and a module's is compared where it is found. */
    @Rule({3, 29})
    @Test
    void modulesAreSearchedInOrder() {
        object.function("bpf_a", object.types.prototype(0), true);
        BtfBuilder first = kernel.module();
        BtfBuilder second = kernel.module();
        first.function("bpf_a", first.prototype(0, new Parameter("a", kernelInt)), 0);
        second.function("bpf_a", second.prototype(0), 0);
        is(only(), Status.WEAK_ZERO, Known.ABSENT, CauseCode.KFUNC_SIGNATURE, "it has 1 parameter, not 0");
    }

    @Rule({21, 29})
    @Test
    void aWeakFunctionOfAnotherPrototypeIsNone() {
        int task = object.types.pointer(object.types.forward("task_struct", false));
        object.function("bpf_a", object.types.prototype(task, new Parameter("p", task)), true);
        int theirs = kernel.types.pointer(kernel.types.struct("task_struct", 8));
        kernel.types.function("bpf_a", kernel.types.prototype(theirs, new Parameter("p", theirs)), 0);
        ExternResult result = only();
        String has = "its parameter 1 is a pointer to a struct, where the object only declares struct task_struct";
        is(result, Status.WEAK_ZERO, Known.ABSENT, CauseCode.KFUNC_SIGNATURE, has);
        assertNotNull(result.obstacle());
        assertEquals(Level.WARNING, result.obstacle().level());
        assertNull(result.stop());
    }

    @Rule({21, 29})
    @Test
    void aStrongFunctionOfAnotherPrototypeFails() {
        object.function("bpf_a", object.types.prototype(object.number, new Parameter("p", object.number)), false);
        int pointer = kernel.types.pointer(kernel.types.array(kernelInt, kernelInt, 4));
        kernel.types.function("bpf_a", kernel.types.prototype(kernelInt, new Parameter("p", pointer)), 0);
        is(only(), Status.ERROR, Known.UNKNOWN, CauseCode.KFUNC_SIGNATURE, "its parameter 1 is int *[4], not int");
    }

    @Rule(21)
    @Test
    void aKernelThatOnlyDeclaresAStructHasAnother() {
        int bar = object.types.pointer(object.types.struct("bar", 4));
        object.function("bpf_a", object.types.prototype(bar), false);
        int theirs = kernel.types.pointer(kernel.types.forward("bar", false));
        kernel.types.function("bpf_a", kernel.types.prototype(theirs), 0);
        String has = "it returns a pointer to what the kernel only declares, not struct bar *";
        is(only(), Status.ERROR, Known.UNKNOWN, CauseCode.KFUNC_SIGNATURE, has);
    }

    @Rule(21)
    @Test
    void oneNameForTwoTypes() {
        object.variableOf("x", object.types.typedef("size", object.number), false);
        kernel.types.variable("x", kernel.types.typedef("size", kernel.types.struct("", 8)), 1);
        is(only(), Status.ERROR, Known.UNKNOWN, CauseCode.KSYM_TYPE, "it is size, which is another type in the object");
    }

    @Test
    void whatAFunctionReturnsIsPartOfIt() {
        object.function("bpf_a", object.types.prototype(0), false);
        kernel.types.function("bpf_a", kernel.types.prototype(kernelInt), 0);
        is(only(), Status.ERROR, Known.UNKNOWN, CauseCode.KFUNC_SIGNATURE, "it returns int, not void");
    }
}
