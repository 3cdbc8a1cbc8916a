package dev.relogrid.archive.query;

/** Which numbers are meant. Both ends of a range are meant too, and a bound means all that begins with it. */
sealed interface Limits {
    /** Whether {@code number} is one of them. */
    boolean hold(DottedNumber number);

    /** A number as it was written, since a suite may be written by its name. */
    record Bound(String text, DottedNumber number) {
        @Override
        public String toString() {
            return text;
        }
    }

    /** How a number is held against a bound. */
    enum Comparison {
        SAME("="),
        AT_LEAST(">="),
        ABOVE(">"),
        AT_MOST("<="),
        BELOW("<");

        final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }
    }

    /** {@code >= 6.6}, or just {@code 6.6}. */
    record Compared(Comparison comparison, Bound bound) implements Limits {
        @Override
        public boolean hold(DottedNumber number) {
            int order = number.compareAsFarAs(bound.number);
            return switch (comparison) {
                case SAME -> order == 0;
                case AT_LEAST -> order >= 0;
                case ABOVE -> order > 0;
                case AT_MOST -> order <= 0;
                case BELOW -> order < 0;
            };
        }

        @Override
        public String toString() {
            return comparison == Comparison.SAME ? bound.text : comparison.sign + " " + bound;
        }
    }

    /** {@code 6.1..6.12}. */
    record Between(Bound low, Bound high) implements Limits {
        @Override
        public boolean hold(DottedNumber number) {
            return number.compareAsFarAs(low.number) >= 0 && number.compareAsFarAs(high.number) <= 0;
        }

        @Override
        public String toString() {
            return low + ".." + high;
        }
    }
}
