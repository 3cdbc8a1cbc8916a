package dev.relogrid.archive.query;

import dev.relogrid.archive.ArchiveProblem;
import java.util.List;

/** A query's tokens, taken one after the other. */
final class TokenStream {
    private final String query;
    private final List<Token> tokens;
    private int next;

    TokenStream(String query) {
        this.query = query;
        this.tokens = Token.of(query);
    }

    Token peek() {
        return tokens.get(next);
    }

    /** The one after the next; the end stays the end. */
    Token peekSecond() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    Token next() {
        return atEnd() ? peek() : tokens.get(next++);
    }

    boolean atEnd() {
        return next == tokens.size() - 1;
    }

    /** Takes the next if it is one of those. */
    boolean skip(String... words) {
        for (String word : words) {
            if (peek().is(word)) {
                next++;
                return true;
            }
        }
        return false;
    }

    /** The complaint that something else was expected where the next token is. */
    ArchiveProblem expected(String what) {
        return expectedAt(peek().column(), what);
    }

    ArchiveProblem expectedAt(int column, String what) {
        return new ArchiveProblem(
                "query '" + query + "', column " + column + ": expected " + what + " but found " + peek());
    }
}
