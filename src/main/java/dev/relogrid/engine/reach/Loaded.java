package dev.relogrid.engine.reach;

import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.Extern;
import dev.relogrid.engine.object.Program;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What libbpf made of an object for one kernel, as far as it is known. Whatever is not known must be said to be so: what
 * is said here is taken for what the verifier will see.
 */
public interface Loaded {

    /**
     * The instruction in that slot, relocated. A poisoned one is a call of a helper whose number is a poison (0xbad2310, or
     * from 2001000000 on); so are both slots of a poisoned 64-bit load of a number.
     */
    Insn insn(Program function, int index);

    /**
     * Whether the instruction's numbers (immediate, offset, width) may differ among kernels that otherwise get the same
     * answer. They are used as they are; {@link Reached#opaqueDecided} tells when an answer came to depend on one.
     */
    boolean isOpaque(Program function, int index);

    /** Whether a relocation gave the instruction its number, so that a branch it decides can be explained by it. */
    boolean isRelocated(Program function, int index);

    /** The value of a {@link Extern.Kind#KCONFIG} extern, in the object's byte order; null when it is not known. */
    byte @Nullable [] kconfig(Extern extern);

    /** Whether the kernel has the symbol or function of any other kind of extern. */
    Presence ksym(Extern extern);

    /**
     * Values the loader sets in read-only data before loading, by the variable's name, in the object's byte order. A value
     * shorter than its variable sets its first bytes.
     */
    Map<String, byte[]> presets();
}
