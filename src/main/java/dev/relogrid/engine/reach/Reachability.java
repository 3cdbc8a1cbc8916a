package dev.relogrid.engine.reach;

import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;

/**
 * Tells which instructions of a program a kernel's verifier comes to, by walking the paths the verifier walks with what
 * it is certain to know. Made once for an object, then asked for each program and kernel; may be shared by threads.
 *
 * <p>Errs on one side: an instruction said to be {@link Visit#NEVER never} visited is not visited.
 */
public final class Reachability {
    public Reachability(BpfObject object) {}

    /** Explores one program: its own code and that of every function it calls. */
    public Reached explore(Program entry, Loaded loaded, Conditions conditions) {
        return new Reached();
    }
}
