package dev.relogrid.engine.reach;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Functions that no instruction names: a tag of a program, {@code exception_callback:NAME}, makes libbpf append the function
 * ({@code bpf_prog_assign_exc_cb}), and the verifier look at it by itself.
 */
final class ExceptionCallbacks {
    private static final String TAG = "exception_callback:";

    private final BpfObject object;
    private final Map<String, String> byProgram = new HashMap<>();

    ExceptionCallbacks(BpfObject object) {
        this.object = object;
        Btf types = object.btf();
        for (int id = 1; types != null && id < types.typeCount(); id++) {
            if (types.kind(id) == BtfKind.DECL_TAG && types.name(id).startsWith(TAG)) {
                byProgram.put(types.name(types.type(id)), types.name(id).substring(TAG.length()));
            }
        }
    }

    /** The code of a program, its first, with the callback it is tagged with, and what that calls, at the end. */
    List<Program> with(List<Program> code) {
        String name = byProgram.get(code.getFirst().name());
        if (name == null) {
            return code;
        }
        List<Program> all = new ArrayList<>(code);
        Set<Program> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        seen.addAll(code);
        for (Program function : object.programs()) {
            if (function.name().equals(name)) {
                for (Program called : object.codeOf(function)) {
                    if (seen.add(called)) {
                        all.add(called);
                    }
                }
            }
        }
        return all;
    }
}
