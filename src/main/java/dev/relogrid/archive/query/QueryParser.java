package dev.relogrid.archive.query;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.query.Expression.All;
import dev.relogrid.archive.query.Expression.And;
import dev.relogrid.archive.query.Expression.Known;
import dev.relogrid.archive.query.Expression.Latest;
import dev.relogrid.archive.query.Expression.Line;
import dev.relogrid.archive.query.Expression.Lts;
import dev.relogrid.archive.query.Expression.Not;
import dev.relogrid.archive.query.Expression.Or;
import dev.relogrid.archive.query.Expression.Part;
import dev.relogrid.archive.query.Expression.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Reads a query by recursive descent; {@link KernelQuery} has the grammar, whose rules are methods here. */
final class QueryParser {
    private static final int MAX_LENGTH = 10_000;
    private static final int MAX_DEPTH = 100;

    private final TokenStream tokens;
    private final LimitsParser limits;
    private int depth;

    private QueryParser(String query) {
        this.tokens = new TokenStream(query);
        this.limits = new LimitsParser(tokens);
    }

    /** @throws ArchiveProblem naming the column, what is expected there and what is found */
    static Expression parse(String query) {
        if (query.length() > MAX_LENGTH) {
            throw new ArchiveProblem("a query has at most " + MAX_LENGTH + " characters, not " + query.length());
        }
        QueryParser parser = new QueryParser(query);
        Expression expression = parser.or();
        if (!parser.tokens.atEnd()) {
            throw parser.tokens.expected("'and', 'or', ',' or the end");
        }
        return expression;
    }

    private Expression or() {
        List<Expression> terms = separated(this::and, "or", ",");
        return terms.size() == 1 ? terms.getFirst() : new Or(terms);
    }

    private Expression and() {
        List<Expression> terms = separated(this::not, "and");
        return terms.size() == 1 ? terms.getFirst() : new And(terms);
    }

    private List<Expression> separated(Supplier<Expression> term, String... separators) {
        List<Expression> terms = new ArrayList<>();
        do {
            terms.add(term.get());
        } while (tokens.skip(separators));
        return terms;
    }

    private Expression not() {
        if (tokens.skip("not")) {
            return deeper(() -> new Not(not()));
        }
        if (tokens.skip("(")) {
            Expression inner = deeper(this::or);
            if (!tokens.skip(")")) {
                throw tokens.expected("'and', 'or', ',' or ')'");
            }
            return inner;
        }
        return term();
    }

    /** So that no query can use up the stack. */
    private Expression deeper(Supplier<Expression> rule) {
        if (++depth > MAX_DEPTH) {
            throw tokens.expected("at most " + MAX_DEPTH + " parentheses and 'not' inside each other");
        }
        Expression expression = rule.get();
        depth--;
        return expression;
    }

    private Expression term() {
        if (limits.begin()) {
            return new Version(limits.versions());
        }
        if (tokens.peek().isSign() || tokens.peek().is("and") || tokens.peek().is("or")) {
            throw tokens.expected("a kernel, as in 'debian >= 12', '6.1', 'arch:amd64' or 'latest 3',");
        }
        String word = tokens.peek().text();
        String known = word.toLowerCase(Locale.ROOT);
        return switch (known) {
            case "all" -> taken(new All());
            case "lts" -> taken(new Lts());
            case "cloud", "rt" -> taken(new Known(Property.FLAVOUR, known));
            case "latest" -> latest();
            default -> limits.lineFollows(word) ? line() : named();
        };
    }

    private Expression taken(Expression expression) {
        tokens.next();
        return expression;
    }

    private Expression latest() {
        tokens.next();
        return new Latest(limits.count());
    }

    private Expression line() {
        String distro = tokens.next().text();
        return new Line(distro, limits.lines(distro));
    }

    private Expression named() {
        Token token = tokens.peek();
        int colon = token.text().indexOf(':');
        if (colon < 0) {
            return new Part(tokens.next().text());
        }
        Property property = Property.of(token.text().substring(0, colon).toLowerCase(Locale.ROOT));
        if (property == null) {
            throw tokens.expected("one of " + Property.NAMES);
        }
        tokens.next();
        String value = token.text().substring(colon + 1);
        if (value.isEmpty()) {
            throw tokens.expectedAt(token.column() + token.text().length(), "a value right after ':'");
        }
        return new Known(property, value);
    }
}
