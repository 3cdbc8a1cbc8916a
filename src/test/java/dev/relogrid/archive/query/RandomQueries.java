package dev.relogrid.archive.query;

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
import dev.relogrid.archive.query.Limits.Between;
import dev.relogrid.archive.query.Limits.Bound;
import dev.relogrid.archive.query.Limits.Compared;
import dev.relogrid.archive.query.Limits.Comparison;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/** Expressions made by chance, always the same for the same seed. */
final class RandomQueries {
    private final Random random;

    RandomQueries(long seed) {
        this.random = new Random(seed);
    }

    Expression expression(int depth) {
        return switch (depth == 0 ? 3 : random.nextInt(4)) {
            case 0 -> new Not(expression(depth - 1));
            case 1 -> new And(several(depth - 1));
            case 2 -> new Or(several(depth - 1));
            default -> term();
        };
    }

    private List<Expression> several(int depth) {
        return Stream.generate(() -> expression(depth))
                .limit(2 + random.nextInt(2))
                .toList();
    }

    private Expression term() {
        return switch (random.nextInt(7)) {
            case 0 -> new All();
            case 1 -> new Lts();
            case 2 -> new Latest(1 + random.nextInt(3));
            case 3 -> new Version(limits(List.of("5.4", "6", "6.1", "6.12", "7.2")));
            case 4 -> new Line("debian", limits(List.of("11", "12", "13", "14")));
            case 5 -> new Known(Property.ARCH, pick(List.of("amd64", "arm64", "x86*", "?rm64")));
            default -> new Part(pick(List.of("bookworm", "trixie/amd64", "6.1.0-50-amd64", "*/sid/*")));
        };
    }

    /** @param numbers smallest first */
    private Limits limits(List<String> numbers) {
        int low = random.nextInt(numbers.size());
        if (random.nextInt(4) == 0) {
            return new Between(bound(numbers.get(low)), bound(numbers.getLast()));
        }
        return new Compared(pick(List.of(Comparison.values())), bound(numbers.get(low)));
    }

    private static Bound bound(String text) {
        return new Bound(text, Objects.requireNonNull(DottedNumber.of(text)));
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
