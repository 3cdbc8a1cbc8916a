package dev.relogrid.archive.query;

import dev.relogrid.archive.DistroLine;
import dev.relogrid.archive.query.Limits.Between;
import dev.relogrid.archive.query.Limits.Bound;
import dev.relogrid.archive.query.Limits.Compared;
import dev.relogrid.archive.query.Limits.Comparison;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of a query: of versions, of distribution lines, and how many. */
final class LimitsParser {
    private static final Pattern DISTRO = Pattern.compile("[A-Za-z][A-Za-z0-9_+-]*");

    private final TokenStream tokens;

    LimitsParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** Whether the next token can only begin limits of versions. */
    boolean begin() {
        return comparison(tokens.peek()) != null
                || DottedNumber.of(tokens.peek().text()) != null;
    }

    Limits versions() {
        return limits("a version, as in '6.6',", LimitsParser::version);
    }

    /** Whether {@code distro}, the next token, is a distribution's name with limits of its lines behind it. */
    boolean lineFollows(String distro) {
        Token second = tokens.peekSecond();
        return DISTRO.matcher(distro).matches() && (comparison(second) != null || line(distro, second.text()) != null);
    }

    Limits lines(String distro) {
        return limits("a number or a suite of " + distro, text -> line(distro, text));
    }

    /** One when there is none. */
    int count() {
        DottedNumber number = DottedNumber.of(tokens.peek().text());
        if (number == null) {
            return 1;
        }
        if (number.parts().size() != 1 || number.parts().getFirst() == 0) {
            throw tokens.expected("a whole number of at least 1");
        }
        tokens.next();
        return number.parts().getFirst();
    }

    private Limits limits(String what, Function<String, @Nullable Bound> form) {
        Comparison comparison = comparison(tokens.peek());
        if (comparison != null) {
            tokens.next();
            return new Compared(comparison, bound(what, form));
        }
        Bound low = bound(what, form);
        if (!tokens.skip("..")) {
            return new Compared(Comparison.SAME, low);
        }
        Token second = tokens.peek();
        Bound high = form.apply(second.text());
        if (high == null || low.number().compareAsFarAs(high.number()) > 0) {
            throw tokens.expected(what + (high == null ? "" : " from " + low + " on"));
        }
        tokens.next();
        return new Between(low, high);
    }

    private Bound bound(String what, Function<String, @Nullable Bound> form) {
        Bound bound = form.apply(tokens.peek().text());
        if (bound == null) {
            throw tokens.expected(what);
        }
        tokens.next();
        return bound;
    }

    private static @Nullable Comparison comparison(Token token) {
        for (Comparison comparison : Comparison.values()) {
            if (token.is(comparison.sign)) {
                return comparison;
            }
        }
        return null;
    }

    private static @Nullable Bound version(String text) {
        DottedNumber number = DottedNumber.of(text);
        return number == null ? null : new Bound(text, number);
    }

    private static @Nullable Bound line(String distro, String text) {
        DottedNumber number = LineNumber.of(DistroLine.of(distro, text));
        return number == null ? null : new Bound(text, number);
    }
}
