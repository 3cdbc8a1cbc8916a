package dev.relogrid.engine.reach;

import dev.relogrid.engine.object.Extern;
import dev.relogrid.engine.object.Program;
import java.util.List;

/**
 * Where a constant came from: every relocation, extern and read-only variable whose value went into it.
 *
 * @param relocated instructions whose number a relocation gave
 * @param externs options and symbols of the kernel
 * @param rodata read-only variables
 * @param opaque whether a number of an opaque instruction went into it
 */
public record Origins(List<Place> relocated, List<Extern> externs, List<RodataVariable> rodata, boolean opaque) {

    /** An instruction of a function, by its slot from the function's first. */
    public record Place(Program function, int insn) {}
}
