package dev.relogrid.policy;

import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.query.KernelQuery;
import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.report.Report;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a project asks of kernels, as a {@code .relogrid} file says it; the package's description has the grammar.
 *
 * @param required which kernels have to work; none said means all
 * @param watch which others are told of
 * @param alternatives what stands in for each other; no name is in two groups of a kind
 * @param ignores causes accepted for a while
 * @param rodata values the loader gives to read-only variables, as people write them
 * @param autoload programs the loader switches on or off
 * @param failOn the best verdict that fails
 */
public record Policy(
        List<KernelQuery> required,
        List<KernelQuery> watch,
        List<Alternatives> alternatives,
        List<Ignore> ignores,
        Map<String, String> rodata,
        Map<String, Boolean> autoload,
        Verdict failOn) {

    /** The most characters a policy may have. */
    public static final int LONGEST = 64 * 1024;

    /** All kernels have to work, and what breaks fails. */
    public static final Policy NONE =
            new Policy(List.of(), List.of(), List.of(), List.of(), Map.of(), Map.of(), Verdict.BROKEN);

    public Policy {
        required = List.copyOf(required);
        watch = List.copyOf(watch);
        alternatives = List.copyOf(alternatives);
        ignores = List.copyOf(ignores);
        rodata = Collections.unmodifiableMap(new LinkedHashMap<>(rodata));
        autoload = Collections.unmodifiableMap(new LinkedHashMap<>(autoload));
    }

    /**
     * Nothing but space and comments is {@link #NONE}.
     *
     * @throws PolicyProblem naming line and column, what is expected there and what is found
     */
    public static Policy parse(String text) {
        if (text.length() > LONGEST) {
            throw new PolicyProblem(
                    PolicyProblem.Place.START,
                    "a policy has at most " + LONGEST + " characters, and this has " + text.length());
        }
        return YamlReader.read(text).map(PolicyParser::parse).orElse(NONE);
    }

    /** The same with other kernels that have to work, and none that are only watched. */
    public Policy withRequired(List<KernelQuery> queries) {
        return new Policy(queries, List.of(), alternatives, ignores, rodata, autoload, failOn);
    }

    /**
     * What it makes of a report.
     *
     * @param kernels those the queries choose from, in the archive's order; one the report does not answer for is unknown
     * @param today which entries of {@code ignore} have expired
     */
    public PolicyVerdict apply(Report report, List<CatalogEntry> kernels, LocalDate today) {
        return apply(report, kernels, List.of(), today);
    }

    /**
     * The same where there are kernels besides that were named one by one: they have to work.
     *
     * @param files their ids in the report; they come first
     */
    public PolicyVerdict apply(Report report, List<CatalogEntry> kernels, List<String> files, LocalDate today) {
        return new PolicyJudge(this, report, today).judge(kernels, files);
    }

    /** The same with another verdict from which on a kernel fails. */
    public Policy withFailOn(Verdict verdict) {
        return new Policy(required, watch, alternatives, ignores, rodata, autoload, verdict);
    }

    /** What it says, one sentence a line, for people. */
    public String describe() {
        List<String> lines = new ArrayList<>();
        lines.add("Required: " + (required.isEmpty() ? "all kernels" : queries(required)) + ".");
        if (!watch.isEmpty()) {
            lines.add("Watched: " + queries(watch) + ".");
        }
        alternatives.forEach(group -> lines.add("Alternatives: " + group + "."));
        ignores.forEach(ignore -> lines.add("Ignored: " + ignore));
        rodata.forEach((name, value) -> lines.add("Set before load: " + name + " = " + value + "."));
        autoload.forEach((name, on) -> lines.add("Program " + name + " is switched " + (on ? "on" : "off") + "."));
        lines.add("Fails on: " + failOn.code() + (failOn == Verdict.BROKEN ? "." : " and anything worse."));
        return String.join("\n", lines) + "\n";
    }

    private static String queries(List<KernelQuery> queries) {
        return String.join("; ", queries.stream().map(KernelQuery::toString).toList());
    }
}
