package dev.relogrid.engine.verdict;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Values a loader gives to variables of {@code .rodata} before it loads an object.
 *
 * @param values by the variable's name, as bytes in the object's byte order, as many as the variable has
 */
public record Presets(Map<String, byte[]> values) {
    public static final Presets NONE = new Presets(Map.of());

    /** The same, with one more. */
    Presets with(String variable, byte[] value) {
        Map<String, byte[]> more = new LinkedHashMap<>(values);
        more.put(variable, value);
        return new Presets(more);
    }
}
