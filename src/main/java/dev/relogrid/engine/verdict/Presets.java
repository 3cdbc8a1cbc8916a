package dev.relogrid.engine.verdict;

import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Variable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Values a loader gives to variables of {@code .rodata} before it loads an object.
 *
 * @param values by the variable's name, as bytes in the object's byte order, as many as the variable has
 */
public record Presets(Map<String, byte[]> values) {
    public static final Presets NONE = new Presets(Map.of());

    /**
     * Values as people write them: numbers as in C, {@code true} and {@code false}, and texts for arrays of characters.
     *
     * @param texts by the variable's name
     * @throws IllegalArgumentException with a sentence, when the object has no such variable in read-only data, or the
     *     variable cannot have that value
     */
    public static Presets of(BpfObject object, Map<String, String> texts) {
        Map<String, byte[]> values = new LinkedHashMap<>();
        texts.forEach((name, text) -> {
            Variable variable = null;
            for (Variable known : object.variables()) {
                variable = known.name().equals(name) ? known : variable;
            }
            if (variable == null || !variable.isReadOnly()) {
                throw new IllegalArgumentException(
                        variable == null
                                ? "there is no variable '" + name + "'"
                                : "variable '" + name + "' is in "
                                        + variable.map().name()
                                        + ", not in read-only data, so no value of it decides anything before load");
            }
            values.put(name, VariableValues.parse(object, variable, text));
        });
        return new Presets(values);
    }

    /** The same, with one more. */
    Presets with(String variable, byte[] value) {
        Map<String, byte[]> more = new LinkedHashMap<>(values);
        more.put(variable, value);
        return new Presets(more);
    }
}
