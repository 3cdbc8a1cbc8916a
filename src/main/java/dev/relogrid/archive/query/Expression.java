package dev.relogrid.archive.query;

import java.util.List;
import java.util.stream.Collectors;

/** What a query says, as a tree. Printed, it is a query that says the same. */
sealed interface Expression {

    /** {@code all}: every kernel. */
    record All() implements Expression {
        @Override
        public String toString() {
            return "all";
        }
    }

    /** {@code lts}: those of a {@link Longterm} series. */
    record Lts() implements Expression {
        @Override
        public String toString() {
            return "lts";
        }
    }

    /** {@code latest 3}: the newest builds of what it is combined with, {@code count} of each sort. */
    record Latest(int count) implements Expression {
        @Override
        public String toString() {
            return "latest " + count;
        }
    }

    /** {@code >= 6.6}: by upstream version. */
    record Version(Limits limits) implements Expression {
        @Override
        public String toString() {
            return limits.toString();
        }
    }

    /** {@code debian 11..13}: by distribution line. */
    record Line(String distro, Limits limits) implements Expression {
        @Override
        public String toString() {
            return distro + " " + limits;
        }
    }

    /** {@code arch:amd64}: by one of the things known of a kernel; the value may be a pattern. */
    record Known(Property property, String value) implements Expression {
        @Override
        public String toString() {
            return property.isVariant(value) ? value : property.written() + value;
        }
    }

    /** {@code trixie/amd64}: an id, a part of ids, or a pattern. */
    record Part(String text) implements Expression {
        @Override
        public String toString() {
            return text;
        }
    }

    /** Those it does not mean. */
    record Not(Expression expression) implements Expression {
        @Override
        public String toString() {
            return "not " + inBraces(expression);
        }
    }

    /** Those that all of at least two mean. */
    record And(List<Expression> expressions) implements Expression {
        public And {
            expressions = List.copyOf(expressions);
        }

        @Override
        public String toString() {
            return expressions.stream().map(Expression::inBraces).collect(Collectors.joining(" and "));
        }
    }

    /** Those that one of at least two means. */
    record Or(List<Expression> expressions) implements Expression {
        public Or {
            expressions = List.copyOf(expressions);
        }

        @Override
        public String toString() {
            return expressions.stream()
                    .map(e -> e instanceof Or ? "(" + e + ")" : e.toString())
                    .collect(Collectors.joining(" or "));
        }
    }

    private static String inBraces(Expression expression) {
        return expression instanceof And || expression instanceof Or ? "(" + expression + ")" : expression.toString();
    }
}
