package dev.relogrid.archive.source;

import java.util.LinkedHashMap;
import java.util.Map;

/** Short texts of one {@code name separator value} a line: Debian's control, Arch's .PKGINFO, os-release. */
record Fields(Map<String, String> values) {
    /** Of a name given twice the first counts; lines without the separator, or indented, are passed over. */
    static Fields parse(String text, String separator) {
        Map<String, String> values = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            int at = line.indexOf(separator);
            if (at > 0 && !Character.isWhitespace(line.charAt(0)) && line.charAt(0) != '#') {
                String value = line.substring(at + separator.length()).strip();
                values.putIfAbsent(line.substring(0, at).strip(), unquoted(value));
            }
        });
        return new Fields(values);
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2
                && (value.startsWith("\"") && value.endsWith("\"") || value.startsWith("'") && value.endsWith("'"));
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** Empty when there is none. */
    String get(String name) {
        return values.getOrDefault(name, "");
    }
}
