package dev.relogrid.matrix.analysis;

import java.util.Map;

/**
 * What a loader does before load.
 *
 * @param id its row
 * @param presets values of {@code .rodata} variables as people write them, by name
 * @param autoload programs that are switched on or off, by name
 */
public record LoadProfile(long id, Map<String, String> presets, Map<String, Boolean> autoload) {}
