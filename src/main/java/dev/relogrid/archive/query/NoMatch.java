package dev.relogrid.archive.query;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.DebianVersionOrder;
import dev.relogrid.archive.DistroLine;
import dev.relogrid.archive.query.Expression.And;
import dev.relogrid.archive.query.Expression.Known;
import dev.relogrid.archive.query.Expression.Line;
import dev.relogrid.archive.query.Expression.Not;
import dev.relogrid.archive.query.Expression.Or;
import dev.relogrid.archive.query.Expression.Part;
import dev.relogrid.archive.query.Expression.Version;
import dev.relogrid.archive.query.Limits.Bound;
import dev.relogrid.archive.query.Limits.Compared;
import dev.relogrid.archive.query.Limits.Comparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds out why a query means no kernel, and what would. */
final class NoMatch {
    private static final int MANY = 20;

    private final List<CatalogEntry> entries;
    private final Selector selector;

    NoMatch(List<CatalogEntry> entries) {
        this.entries = entries;
        this.selector = new Selector(entries);
    }

    /** The first part of an id in the query that no id has: a slip, which {@code not} would turn into all kernels. */
    Optional<Expression> unheardOf(Expression query) {
        return leaves(query)
                .filter(leaf -> leaf instanceof Part && count(leaf) == 0)
                .findFirst();
    }

    /** One sentence: the query, what the archive has instead of what it asks for, and the nearest query that works. */
    ArchiveProblem sentence(String what, Expression query) {
        List<String> hints = new ArrayList<>();
        leaves(query)
                .filter(leaf -> count(leaf) == 0)
                .map(this::instead)
                .limit(1)
                .forEach(hints::add);
        if (query instanceof And and && and.expressions().size() <= MANY) {
            dropOne(and).map(this::matches).forEach(hints::add);
        }
        hints.add("'relogrid kernels' lists all " + entries.size());
        hints.removeIf(String::isEmpty);
        return new ArchiveProblem("no kernel matches '" + what + "'; " + String.join("; ", hints));
    }

    private static Stream<Expression> leaves(Expression expression) {
        return switch (expression) {
            case And and -> and.expressions().stream().flatMap(NoMatch::leaves);
            case Or or -> or.expressions().stream().flatMap(NoMatch::leaves);
            case Not not -> leaves(not.expression());
            default -> Stream.of(expression);
        };
    }

    private String instead(Expression leaf) {
        return switch (leaf) {
            case Known known -> the(known.property().name().toLowerCase(Locale.ROOT) + " ", known.property()::of);
            case Line line
            when knows(line.distro()) ->
                the(
                        line.distro() + " ",
                        entry -> entry.id().distro().equals(line.distro())
                                ? DistroLine.of(entry.id()).name()
                                : "");
            case Line _ -> the("distro ", entry -> entry.id().distro());
            case Version _ -> the("", entry -> KernelVersion.of(entry).series().toString());
            case Part part -> longestBeginning(part.text());
            default -> "";
        };
    }

    private boolean knows(String distro) {
        return entries.stream().anyMatch(entry -> entry.id().distro().equals(distro));
    }

    private String the(String property, Function<CatalogEntry, String> value) {
        List<String> values = entries.stream()
                .map(value)
                .filter(known -> !known.isEmpty())
                .distinct()
                .sorted(DebianVersionOrder.INSTANCE)
                .toList();
        String more = values.size() > MANY ? " and " + (values.size() - MANY) + " more" : "";
        return values.isEmpty()
                ? ""
                : "the archive has " + property + String.join(", ", values.subList(0, Math.min(MANY, values.size())))
                        + more;
    }

    private String longestBeginning(String text) {
        int longest = entries.stream()
                .mapToInt(entry -> entry.id().toString().length())
                .max()
                .orElse(0);
        for (int length = Math.min(text.length() - 1, longest); length > 1; length--) {
            Expression shorter = partOrVersion(text.substring(0, length));
            if (count(shorter) > 0) {
                return matches(shorter);
            }
        }
        return "";
    }

    /** What the parser would take it for. */
    private static Expression partOrVersion(String text) {
        DottedNumber number = DottedNumber.of(text);
        return number == null ? new Part(text) : new Version(new Compared(Comparison.SAME, new Bound(text, number)));
    }

    /** The query without the one of its terms that leaves the fewest kernels, if that leaves any. */
    private Stream<Expression> dropOne(And and) {
        return Stream.iterate(0, i -> i < and.expressions().size(), i -> i + 1)
                .map(i -> {
                    List<Expression> rest = new ArrayList<>(and.expressions());
                    rest.remove((int) i);
                    return rest.size() == 1 ? rest.getFirst() : new And(rest);
                })
                .filter(rest -> count(rest) > 0)
                .min(Comparator.comparingInt(this::count))
                .stream();
    }

    private String matches(Expression query) {
        return "'" + query + "' matches " + count(query);
    }

    private int count(Expression query) {
        return selector.select(query, selector.all()).cardinality();
    }
}
