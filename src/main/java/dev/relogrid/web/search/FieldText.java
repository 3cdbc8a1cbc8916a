package dev.relogrid.web.search;

import dev.relogrid.engine.history.TypeLookup;
import org.jspecify.annotations.Nullable;

/**
 * What may be a field: {@code inode.i_ctime}, {@code struct inode i_ctime}, {@code inode i_ctime.tv_sec}.
 *
 * @param type with or without its kind
 * @param path perhaps only its beginning; may be empty behind a dot
 */
record FieldText(String type, String path) {

    /** Null when it cannot be one. */
    static @Nullable FieldText of(String text) {
        String[] words = text.split("\\s+", -1);
        int at = words.length > 1 && TypeLookup.isKind(words[0]) ? 1 : 0;
        String kind = at == 0 ? "" : words[0] + " ";
        int dot = words[at].indexOf('.');
        if (words.length == at + 1 && dot > 0) {
            return new FieldText(kind + words[at].substring(0, dot), words[at].substring(dot + 1));
        }
        return words.length == at + 2 && dot < 0 ? new FieldText(kind + words[at], words[at + 1]) : null;
    }
}
