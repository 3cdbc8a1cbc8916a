package dev.relogrid.engine.reach;

import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Tells which instructions of a program a kernel's verifier comes to, by walking the paths the verifier walks with what
 * it is certain to know. Made once for an object, then asked for each program and kernel; may be shared by threads.
 *
 * <p>Errs on one side: an instruction said to be {@link Visit#NEVER never} visited is not visited.
 */
public final class Reachability {
    private final BpfObject object;
    private final Rodata rodata;
    private final ExceptionCallbacks callbacks;
    private final IdentityHashMap<Program, Body> bodies = new IdentityHashMap<>();

    public Reachability(BpfObject object) {
        this.object = object;
        this.rodata = new Rodata(object);
        this.callbacks = new ExceptionCallbacks(object);
    }

    /**
     * Explores one program: its own code and that of every function it calls.
     *
     * @param entry one of the object's programs
     */
    public Reached explore(Program entry, Loaded loaded, Conditions conditions) {
        List<Program> own = object.codeOf(entry);
        List<Program> functions = callbacks.with(own);
        Body[] code = new Body[functions.size()];
        for (int i = 0; i < code.length; i++) {
            code[i] = body(functions.get(i));
        }
        Code all = new Code(functions, code, loaded);
        Known known = new Known(all, loaded, conditions, rodata, object.elf().order());
        Findings findings = new Walk(known, conditions.bounds(), object.maps()).run(own.size());
        all.close();
        return new Reached(all, known.origins, findings);
    }

    private synchronized Body body(Program function) {
        Body known = bodies.get(function);
        if (known == null) {
            known = new Body(object, function);
            bodies.put(function, known);
        }
        return known;
    }
}
