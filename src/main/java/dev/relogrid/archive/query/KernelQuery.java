package dev.relogrid.archive.query;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.CatalogEntry;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Which kernels somebody means.
 *
 * <pre>
 *   query      = all-of { ( "or" | "," ) all-of } ;
 *   all-of     = one { "and" one } ;
 *   one        = "not" one | "(" query ")" | term ;
 *   term       = "all" | "lts" | "latest" [ count ] | "cloud" | "rt"
 *              | limits                               (* of versions: 6.1, >= 6.6, 6.1..6.12 *)
 *              | distro limits                        (* of its lines: debian 12, debian bullseye..trixie *)
 *              | property ":" value                   (* arch:amd64, flavour:cloud-*, suite:sid *)
 *              | part ;                               (* an id, a part of ids, or a pattern *)
 *   limits     = comparison bound | bound [ ".." bound ] ;
 *   comparison = "&gt;=" | "&gt;" | "&lt;=" | "&lt;" | "=" ;
 *   bound      = number { "." number } | suite ;      (* a suite only after its distro *)
 *   property   = "arch" | "flavour" | "suite" | "distro" ;
 * </pre>
 *
 * <p>A word ends at space or any of {@code ( ) , < > =} or two dots. Words of the language may be in capitals.
 * docs/QUERIES.md says what each term means.
 */
public final class KernelQuery {
    private final String text;
    private final Expression expression;

    private KernelQuery(String text, Expression expression) {
        this.text = text;
        this.expression = expression;
    }

    /** @throws ArchiveProblem naming the column, what is expected there and what is found */
    public static KernelQuery parse(String text) {
        return new KernelQuery(text, QueryParser.parse(text));
    }

    /**
     * Those that are meant, in the order given, which should be that of the archive; at least one.
     *
     * @throws ArchiveProblem when it is none, or a part of ids in the query is in no id: naming what there is instead
     *     and the nearest query that would do
     */
    public List<CatalogEntry> select(List<CatalogEntry> entries) {
        return pick(entries, selected(entries));
    }

    /**
     * Those that one of several queries means, once each, in the order given.
     *
     * @throws ArchiveProblem when one of the queries means none
     */
    public static List<CatalogEntry> select(List<KernelQuery> queries, List<CatalogEntry> entries) {
        BitSet any = new BitSet();
        queries.forEach(query -> any.or(query.selected(entries)));
        return pick(entries, any);
    }

    private BitSet selected(List<CatalogEntry> entries) {
        Selector selector = new Selector(entries);
        BitSet found = selector.select(expression, selector.all());
        NoMatch noMatch = new NoMatch(entries);
        if (found.isEmpty()) {
            throw noMatch.sentence(text, expression);
        }
        Optional<Expression> slip = noMatch.unheardOf(expression);
        if (slip.isPresent()) {
            throw noMatch.sentence(slip.get().toString(), slip.get());
        }
        return found;
    }

    private static List<CatalogEntry> pick(List<CatalogEntry> entries, BitSet which) {
        return which.stream().mapToObj(entries::get).toList();
    }

    /** A query that means the same, in the one way to write it. */
    @Override
    public String toString() {
        return expression.toString();
    }
}
