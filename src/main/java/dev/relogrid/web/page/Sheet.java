package dev.relogrid.web.page;

import java.util.List;

/**
 * A page in words: what it comes to in a sentence, then tables.
 *
 * @param headline the sentence, or several
 * @param tables what it comes of
 * @param cursor where a list goes on; empty at its end
 */
record Sheet(String headline, List<Table> tables, String cursor) {

    static Sheet of(String headline, Table... tables) {
        return new Sheet(headline, List.of(tables), "");
    }

    /** The same, that goes on at the cursor of the answer. */
    Sheet goingOn(Told told) {
        return new Sheet(headline, tables, told.text("nextCursor"));
    }
}
