package dev.relogrid.engine.kernel;

import java.util.List;

/** The symbols of a kernel's image, as {@code /proc/kallsyms} lists them, without addresses and without modules'. */
public interface KernelSymbols {

    /**
     * The type letters, as nm prints them, of all symbols of that name: one for each, so more than one where several
     * symbols share it; empty when there is none.
     */
    String types(String name);

    /**
     * The full names of what compilers split off a function: those that begin with its name and a dot, such as {@code
     * vfs_open.isra.0}; sorted. Those of data are not among them.
     */
    List<String> variants(String function);
}
