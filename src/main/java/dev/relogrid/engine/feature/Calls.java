package dev.relogrid.engine.feature;

import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.Reference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an object's functions call of the kernel's, and so what each of its programs does. */
final class Calls {
    private final BpfObject object;
    private final IdentityHashMap<Program, List<Call>> byFunction = new IdentityHashMap<>();
    private @Nullable Set<Program> callbacks;

    /**
     * One call.
     *
     * @param insn instruction slot in the function
     * @param helper its number, -1 for a function of the kernel
     * @param name the kernel's function; empty for a helper
     */
    record Call(Program function, int insn, int helper, String name) {}

    /** The same called in a program's own code, or in what it hands over to be called. */
    record Place(List<Call> calls, boolean inCallback) {}

    Calls(BpfObject object) {
        this.object = object;
    }

    void add(Call call) {
        byFunction.computeIfAbsent(call.function, function -> new ArrayList<>()).add(call);
    }

    boolean isEmpty() {
        return byFunction.isEmpty();
    }

    /** Those of a program and of all it includes, by what is called and where from, in their order. */
    List<Place> of(Program program) {
        Map<String, Place> calls = new LinkedHashMap<>();
        for (Program function : object.codeOf(program)) {
            List<Call> own = byFunction.get(function);
            for (int i = 0; own != null && i < own.size(); i++) {
                Call call = own.get(i);
                boolean later = isCallback(function);
                String key = (later ? " " : "") + (call.helper < 0 ? call.name : Integer.toString(call.helper));
                calls.computeIfAbsent(key, called -> new Place(new ArrayList<>(1), later))
                        .calls
                        .add(call);
            }
        }
        return new ArrayList<>(calls.values());
    }

    /** Whether some code takes the function's address. */
    private boolean isCallback(Program function) {
        Set<Program> known = callbacks;
        if (known == null) {
            known = Collections.newSetFromMap(new IdentityHashMap<>());
            for (Program code : object.programs()) {
                addCallbacks(code, known);
            }
            callbacks = known;
        }
        return known.contains(function);
    }

    private void addCallbacks(Program code, Set<Program> into) {
        for (int i = 0; i < code.insnCount(); i++) {
            if (code.insn(i).isLdimm64()) {
                if (object.reference(code, i) instanceof Reference.ToFunction taken) {
                    into.add(taken.function());
                }
                i++;
            }
        }
    }
}
