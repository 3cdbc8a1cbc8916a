package dev.relogrid.engine.object;

/**
 * A global variable of the object.
 *
 * @param map the map that stands for the data section it is in
 * @param offset bytes into the map's value
 * @param size bytes
 * @param typeId of the variable's type in the object's types
 */
public record Variable(String name, MapDef map, int offset, int size, int typeId) {

    /** Whether programs cannot write it, so that the verifier knows its value. */
    public boolean isReadOnly() {
        return map.name().equals(".rodata") || map.name().startsWith(".rodata.");
    }
}
