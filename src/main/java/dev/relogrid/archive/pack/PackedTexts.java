package dev.relogrid.archive.pack;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A kernel's configuration and symbols as what is known under each name, and as text again. Dropped are comments of a
 * configuration ("# CONFIG_X is not set" among them, which libbpf passes over too) and the order of its lines; and
 * symbols that no program can mean, half of all names, most of which carry numbers that are new in every build.
 */
public final class PackedTexts {
    /** What the name of every option begins with. */
    public static final String PREFIX = "CONFIG_";

    /** The padding before functions; what EXPORT_SYMBOL, initcalls and __UNIQUE_ID leave (include/linux/export.h and others). */
    private static final List<String> MEANT_BY_NOBODY =
            List.of("__pfx_", "__cfi_", "__ksymtab_", "__kstrtab", "__crc_", "__initcall_", "__UNIQUE_ID");

    private static final String CODE = "tTwW";

    private PackedTexts() {}

    /**
     * Options without CONFIG_, and what stands behind the equals sign; the first of several lines counts, as libbpf reads
     * them ({@code bpf_object__process_kconfig_line} passes over what is set already).
     */
    public static NavigableMap<String, String> config(byte[] text) {
        NavigableMap<String, String> options = new TreeMap<>();
        for (String line : Texts.name(text).split("\n", -1)) {
            int equals = line.indexOf('=');
            if (line.startsWith(PREFIX) && equals > PREFIX.length()) {
                options.putIfAbsent(
                        line.substring(PREFIX.length(), equals),
                        line.substring(equals + 1).strip());
            }
        }
        return options;
    }

    /** Names, and the type letters of the symbols of that name in order. */
    public static NavigableMap<String, String> symbols(byte[] text) {
        NavigableMap<String, String> letters = new TreeMap<>();
        for (String line : Texts.name(text).split("\n", -1)) {
            if (line.length() > 2 && line.charAt(1) == ' ' && canBeMeant(line)) {
                letters.merge(line.substring(2), line.substring(0, 1), String::concat);
            }
        }
        return letters;
    }

    /** Functions have dots in their names where compilers split them, and can be attached to; data cannot be named so in C. */
    private static boolean canBeMeant(String line) {
        for (String prefix : MEANT_BY_NOBODY) {
            if (line.startsWith(prefix, 2)) {
                return false;
            }
        }
        return CODE.indexOf(line.charAt(0)) >= 0 || line.indexOf('.') < 0;
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
