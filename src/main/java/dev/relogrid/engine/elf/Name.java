package dev.relogrid.engine.elf;

import dev.relogrid.engine.bytes.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Where a name stands in a string table. The text is made when it is asked for: a table of many headers that all point
 * into one long string must not cost a copy each.
 *
 * @param strings the string table, or null where the file has none
 * @param offset bytes from its start
 */
public record Name(@Nullable Bytes strings, long offset) {

    /** The name, empty when nothing readable stands there. */
    public String text() {
        if (strings == null || offset >= strings.length() || strings.cStringLength((int) offset) < 0) {
            return "";
        }
        return strings.cString((int) offset);
    }

    /** Bytes of {@link #text()}. */
    int length() {
        return strings == null || offset >= strings.length() ? 0 : Math.max(0, strings.cStringLength((int) offset));
    }

    /** Whether {@link #text()} is that, without making it. */
    boolean is(String name) {
        if (strings == null || length() != name.length()) {
            return name.isEmpty() && length() == 0;
        }
        for (int i = 0; i < name.length(); i++) {
            if (strings.u8((int) offset + i) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
