package dev.relogrid.vm;

import java.util.Map;

/**
 * An object to be loaded, and what its loader would set before.
 *
 * @param name by which the caller knows it again; unique in a request
 * @param presets values of global variables by name, as {@code --set} takes them: numbers, or {@code 0x} and bytes
 * @param autoload programs to be switched on or off, by name; those switched off are not tried
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of a file, never compared
public record BootObject(String name, byte[] bytes, Map<String, String> presets, Map<String, Boolean> autoload) {
    public static BootObject of(String name, byte[] bytes) {
        return new BootObject(name, bytes, Map.of(), Map.of());
    }
}
