package dev.relogrid.web.api;

import java.util.SortedMap;

/**
 * What an address says behind its question mark about how an object is to be judged.
 *
 * @param targets a query for kernels; empty for all
 * @param archive which state of the archive: a day, a time or the beginning of a digest; empty for the present one
 * @param presets values of {@code .rodata} variables by name
 * @param autoload programs that are switched on or off, by name
 */
record Asked(String targets, String archive, SortedMap<String, String> presets, SortedMap<String, Boolean> autoload) {

    /** What tells one question from another, for ETags. */
    String key() {
        return targets + "\n" + archive + "\n" + presets + "\n" + autoload;
    }
}
