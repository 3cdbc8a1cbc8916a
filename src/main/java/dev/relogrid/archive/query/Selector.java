package dev.relogrid.archive.query;

import dev.relogrid.archive.BuildOrder;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.DistroLine;
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
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Says which of some kernels an expression means. Sets are of the kernels' places in the list. */
final class Selector {
    private final List<CatalogEntry> entries;

    Selector(List<CatalogEntry> entries) {
        this.entries = entries;
    }

    BitSet all() {
        BitSet all = new BitSet(entries.size());
        all.set(0, entries.size());
        return all;
    }

    /** Those of {@code among} that are meant; how new a kernel is depends on the others among them. */
    BitSet select(Expression expression, BitSet among) {
        return switch (expression) {
            case All _ -> (BitSet) among.clone();
            case Lts _ -> filter(among, entry -> Longterm.has(KernelVersion.of(entry)));
            case Version version -> filter(among, entry -> KernelVersion.isOneOf(version.limits(), entry));
            case Line line -> filter(among, entry -> isOf(line, entry));
            case Known known -> filter(among, entry -> isOf(known, entry));
            case Part part -> filter(among, PartOfId.of(part.text(), entries));
            case Latest latest -> latest(latest.count(), among);
            case Not not -> {
                BitSet others = (BitSet) among.clone();
                others.andNot(select(not.expression(), among));
                yield others;
            }
            case Or or -> {
                BitSet any = new BitSet();
                or.expressions().forEach(each -> any.or(select(each, among)));
                yield any;
            }
            case And and -> and(and.expressions(), among);
        };
    }

    /** First all that do not ask what is newest, so that the others ask it of what is left. */
    private BitSet and(List<Expression> expressions, BitSet among) {
        BitSet left = (BitSet) among.clone();
        for (Expression expression : expressions) {
            if (!asksForLatest(expression)) {
                left.and(select(expression, among));
            }
        }
        BitSet both = (BitSet) left.clone();
        for (Expression expression : expressions) {
            if (asksForLatest(expression)) {
                both.and(select(expression, left));
            }
        }
        return both;
    }

    private static boolean asksForLatest(Expression expression) {
        return switch (expression) {
            case Latest _ -> true;
            case Not not -> asksForLatest(not.expression());
            case And and -> and.expressions().stream().anyMatch(Selector::asksForLatest);
            case Or or -> or.expressions().stream().anyMatch(Selector::asksForLatest);
            case All _, Lts _, Version _, Line _, Known _, Part _ -> false;
        };
    }

    private BitSet filter(BitSet among, Predicate<CatalogEntry> wanted) {
        BitSet found = new BitSet();
        among.stream().filter(i -> wanted.test(entries.get(i))).forEach(found::set);
        return found;
    }

    private static boolean isOf(Line line, CatalogEntry entry) {
        DottedNumber number = LineNumber.of(DistroLine.of(entry.id()));
        return entry.id().distro().equals(line.distro())
                && number != null
                && line.limits().hold(number);
    }

    private static boolean isOf(Known known, CatalogEntry entry) {
        String value = known.property().of(entry);
        return known.property().patterns(known.value()).stream().anyMatch(pattern -> PartOfId.fits(pattern, value));
    }

    /** Builds that get newer one after the other. */
    private record Sort(DistroLine line, String arch, String flavour) {
        static Sort of(CatalogEntry entry) {
            return new Sort(
                    DistroLine.of(entry.id()), entry.id().arch(), entry.origin().flavour());
        }
    }

    private BitSet latest(int count, BitSet among) {
        Map<Sort, TreeMap<CatalogEntry, BitSet>> builds = new HashMap<>();
        among.stream().forEach(i -> {
            CatalogEntry entry = entries.get(i);
            builds.computeIfAbsent(Sort.of(entry), _ -> new TreeMap<>(BuildOrder.INSTANCE.reversed()))
                    .computeIfAbsent(entry, _ -> new BitSet())
                    .set(i);
        });
        BitSet newest = new BitSet();
        builds.values().forEach(ofSort -> ofSort.values().stream().limit(count).forEach(newest::or));
        return newest;
    }
}
