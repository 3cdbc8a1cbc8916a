package dev.relogrid.engine.reach;

import dev.relogrid.engine.object.MapDef;

/**
 * A variable in read-only data, which a loader may set before it loads the object.
 *
 * @param map the map of its section
 * @param name as in the object's types
 * @param offset bytes into the section
 * @param size bytes
 */
public record RodataVariable(MapDef map, String name, int offset, int size) {}
