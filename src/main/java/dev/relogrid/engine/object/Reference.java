package dev.relogrid.engine.object;

/** What an instruction of a program stands for once libbpf has put the object together. */
public sealed interface Reference {

    /** A function of the object that is called, or whose address is taken. */
    record ToFunction(Program function) implements Reference {}

    /**
     * A map, or a place in the value of the map that stands for a data section.
     *
     * @param offset bytes into the value; 0 for the map itself
     */
    record ToMap(MapDef map, long offset) implements Reference {}

    /** Something of the kernel's: a variable's or option's value or address, or a function that is called. */
    record ToExtern(Extern extern) implements Reference {}
}
