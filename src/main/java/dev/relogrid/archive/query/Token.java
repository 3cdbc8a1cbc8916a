package dev.relogrid.archive.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word or a sign of a query.
 *
 * @param text as written; empty at the end of the query
 * @param column where it begins, from 1
 */
record Token(String text, int column) {
    /** Signs are parentheses, comma, comparisons and two dots; a word is anything else up to a space or a sign. */
    private static final Pattern TOKEN = Pattern.compile("[(),]|[<>]=?|=|\\.\\.|((?!\\.\\.)[^\\s(),<>=])+");

    private static final Pattern SIGN = Pattern.compile("[(),<>=].*|\\.\\.|");

    /** The tokens of {@code query} and one for its end. Every character is space or belongs to a token. */
    static List<Token> of(String query) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(query);
        while (matcher.find()) {
            tokens.add(new Token(matcher.group(), matcher.start() + 1));
        }
        tokens.add(new Token("", query.length() + 1));
        return tokens;
    }

    /** Whether it is that word, in capitals or not, or that sign. */
    boolean is(String word) {
        return text.toLowerCase(Locale.ROOT).equals(word);
    }

    boolean isSign() {
        return SIGN.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text.isEmpty() ? "the end" : "'" + text + "'";
    }
}
