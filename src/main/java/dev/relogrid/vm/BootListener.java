package dev.relogrid.vm;

/** Is told what happens while it happens; from any thread, one call at a time for each kernel. */
public interface BootListener {
    /** Nobody listens. */
    BootListener NONE = new BootListener() {};

    default void started(String kernel) {}

    default void program(String kernel, String object, BootedProgram program) {}

    /** All is known of an object. */
    default void object(String kernel, BootedObject object) {}

    /** A guest ended; if it is a fault, the rest goes on in another. */
    default void ended(String kernel, BootReport.Boot boot) {}
}
