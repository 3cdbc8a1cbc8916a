package dev.relogrid.archive.pack;

import java.util.Map;
import java.util.TreeMap;

/**
 * A kernel's configuration and symbols as what is known under each name, and as text again. Comments of a configuration
 * ("# CONFIG_X is not set" among them, which libbpf passes over too) are dropped, and the order of its lines.
 */
final class KernelTexts {
    private static final String PREFIX = "CONFIG_";

    private KernelTexts() {}

    /** Options without CONFIG_, and what stands behind the equals sign; the last of several lines counts. */
    static Map<String, String> config(byte[] text) {
        Map<String, String> options = new TreeMap<>();
        for (String line : Texts.name(text).split("\n")) {
            int equals = line.indexOf('=');
            if (line.startsWith(PREFIX) && equals > PREFIX.length()) {
                options.put(line.substring(PREFIX.length(), equals), line.substring(equals + 1).strip());
            }
        }
        return options;
    }

    /** Names, and the type letters of the symbols of that name in order. */
    static Map<String, String> symbols(byte[] text) {
        Map<String, String> letters = new TreeMap<>();
        for (String line : Texts.name(text).split("\n")) {
            if (line.length() > 2 && line.charAt(1) == ' ') {
                letters.merge(line.substring(2), line.substring(0, 1), String::concat);
            }
        }
        return letters;
    }

    static void configLine(String option, String value, StringBuilder into) {
        into.append(PREFIX).append(option).append('=').append(value).append('\n');
    }

    static void symbolLines(String name, String letters, StringBuilder into) {
        for (int i = 0; i < letters.length(); i++) {
            into.append(letters.charAt(i)).append(' ').append(name).append('\n');
        }
    }
}
