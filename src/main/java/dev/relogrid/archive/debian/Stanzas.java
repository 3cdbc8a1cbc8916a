package dev.relogrid.archive.debian;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The packages of a {@code Packages} index (deb822(5)): stanzas of {@code Name: value}, a blank line between them. */
final class Stanzas {
    private static final Set<String> WANTED =
            Set.of("Package", "Architecture", "Version", "Filename", "Size", "SHA256");

    private Stanzas() {}

    /**
     * Reads to the end of {@code index}, one stanza in memory at a time.
     *
     * @param each gets those fields that say which package it is and where its file lies
     */
    static void read(InputStream index, Consumer<Map<String, String>> each) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(index, StandardCharsets.UTF_8), 1 << 16);
        Map<String, String> stanza = new HashMap<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isBlank()) {
                if (!stanza.isEmpty()) {
                    each.accept(stanza);
                    stanza = new HashMap<>();
                }
            } else {
                field(line, stanza);
            }
        }
        if (!stanza.isEmpty()) {
            each.accept(stanza);
        }
    }

    /** Lines that begin with a space continue the field before; none of the wanted ones has such. */
    private static void field(String line, Map<String, String> stanza) {
        int colon = line.indexOf(':');
        if (colon > 0 && !Character.isWhitespace(line.charAt(0))) {
            String name = line.substring(0, colon);
            if (WANTED.contains(name)) {
                stanza.put(name, line.substring(colon + 1).strip());
            }
        }
    }
}
