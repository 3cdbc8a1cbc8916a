package dev.relogrid.engine.feature;

import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an object's functions call of the kernel's, and so what each of its programs does. */
final class Calls {
    private final BpfObject object;
    private final IdentityHashMap<Program, List<Call>> byFunction = new IdentityHashMap<>();

    /**
     * One call.
     *
     * @param insn instruction slot in the function
     * @param helper its number, -1 for a function of the kernel
     * @param name the kernel's function; empty for a helper
     */
    record Call(Program function, int insn, int helper, String name) {}

    Calls(BpfObject object) {
        this.object = object;
    }

    void add(Call call) {
        byFunction.computeIfAbsent(call.function, function -> new ArrayList<>()).add(call);
    }

    boolean isEmpty() {
        return byFunction.isEmpty();
    }

    /** Those of a program and of all it includes, by what is called, in their order. */
    Map<String, List<Call>> of(Program program) {
        Map<String, List<Call>> calls = new LinkedHashMap<>();
        for (Program function : object.codeOf(program)) {
            List<Call> own = byFunction.get(function);
            for (int i = 0; own != null && i < own.size(); i++) {
                Call call = own.get(i);
                String key = call.helper < 0 ? call.name : Integer.toString(call.helper);
                calls.computeIfAbsent(key, called -> new ArrayList<>(1)).add(call);
            }
        }
        return calls;
    }
}
