package dev.relogrid.policy;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.query.KernelQuery;
import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.policy.YamlNode.Entry;
import dev.relogrid.policy.YamlNode.Keyed;
import dev.relogrid.policy.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From YAML to a policy. */
final class PolicyParser {
    private static final List<String> KEYS =
            List.of("required", "watch", "alternatives", "ignore", "rodata", "autoload", "fail-on");
    private static final List<Verdict> FAIL_ON =
            List.of(Verdict.BROKEN, Verdict.UNKNOWN, Verdict.NO_BTF, Verdict.CONDITIONAL, Verdict.CHANGED);

    private List<KernelQuery> required = List.of();
    private List<KernelQuery> watch = List.of();
    private List<Alternatives> alternatives = List.of();
    private List<Ignore> ignores = List.of();
    private Map<String, String> rodata = Map.of();
    private Map<String, Boolean> autoload = Map.of();
    private Verdict failOn = Policy.NONE.failOn();

    private PolicyParser() {}

    static Policy parse(YamlNode root) {
        PolicyParser parser = new PolicyParser();
        for (Entry entry : Expect.keyed("a policy", root).entries()) {
            parser.read(entry.key(), entry.value());
        }
        return new Policy(
                parser.required,
                parser.watch,
                parser.alternatives,
                parser.ignores,
                parser.rodata,
                parser.autoload,
                parser.failOn);
    }

    private void read(Scalar key, YamlNode value) {
        switch (key.text()) {
            case "required" -> required = queries("required", value);
            case "watch" -> watch = queries("watch", value);
            case "alternatives" -> alternatives = alternatives(value);
            case "ignore" ->
                ignores = Expect.items("ignore", value).stream()
                        .map(IgnoreParser::parse)
                        .toList();
            case "rodata" -> rodata = rodata(value);
            case "autoload" -> autoload = autoload(value);
            case "fail-on" -> failOn = failOn(Expect.text("fail-on", value));
            default -> throw Expect.unknown("key", key, KEYS);
        }
    }

    /** A single query may stand without a list. */
    private static List<KernelQuery> queries(String key, YamlNode value) {
        List<YamlNode> items = value instanceof Scalar ? List.of(value) : Expect.items(key, value);
        if (items.isEmpty()) {
            throw new PolicyProblem(value.place(), "'" + key + "' has no query; leave it out where nothing is meant");
        }
        return items.stream().map(item -> query(Expect.text(key, item))).toList();
    }

    private static KernelQuery query(Scalar text) {
        try {
            return KernelQuery.parse(text.text());
        } catch (ArchiveProblem e) {
            throw new PolicyProblem(text.place(), String.valueOf(e.getMessage()));
        }
    }

    private static List<Alternatives> alternatives(YamlNode value) {
        List<Alternatives> groups = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (YamlNode item : Expect.items("alternatives", value)) {
            Keyed keyed = Expect.keyed("an entry of 'alternatives'", item);
            if (keyed.entries().size() != 1) {
                throw new PolicyProblem(
                        item.place(),
                        "an entry of 'alternatives' has one key, 'any-of' or 'any-of-maps', not "
                                + keyed.entries().size());
            }
            groups.add(group(keyed.entries().getFirst(), known));
        }
        return groups;
    }

    /** @param known names of all groups so far, each after its kind */
    private static Alternatives group(Entry entry, Set<String> known) {
        Alternatives.Kind kind = switch (entry.key().text()) {
            case "any-of" -> Alternatives.Kind.PROGRAMS;
            case "any-of-maps" -> Alternatives.Kind.MAPS;
            default -> throw Expect.unknown("key", entry.key(), List.of("any-of", "any-of-maps"));
        };
        List<String> names = new ArrayList<>();
        for (YamlNode item : Expect.items(kind.key, entry.value())) {
            Scalar name = Expect.text("a name under '" + kind.key + "'", item);
            if (!known.add(kind.key + " " + name.text())) {
                throw new PolicyProblem(
                        name.place(), name.kind() + " is already among the " + kind.word + " of an alternative");
            }
            names.add(name.text());
        }
        if (names.size() < 2) {
            throw new PolicyProblem(
                    entry.value().place(),
                    "'" + kind.key + "' needs at least two " + kind.word + ", found " + names.size());
        }
        return new Alternatives(kind, names);
    }

    private static Map<String, String> rodata(YamlNode value) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Entry entry : Expect.keyed("'rodata'", value).entries()) {
            values.put(
                    entry.key().text(),
                    Expect.text("the value of " + entry.key().kind(), entry.value())
                            .text());
        }
        return values;
    }

    private static Map<String, Boolean> autoload(YamlNode value) {
        Map<String, Boolean> switches = new LinkedHashMap<>();
        for (Entry entry : Expect.keyed("'autoload'", value).entries()) {
            Scalar word = Expect.text("the switch of " + entry.key().kind(), entry.value());
            switches.put(
                    entry.key().text(),
                    switch (word.text()) {
                        case "on", "true" -> true;
                        case "off", "false" -> false;
                        default -> throw new PolicyProblem(word.place(), "expected on or off, found " + word.kind());
                    });
        }
        return switches;
    }

    private static Verdict failOn(Scalar word) {
        return FAIL_ON.stream()
                .filter(verdict -> verdict.code().equals(word.text()))
                .findFirst()
                .orElseThrow(() -> Expect.unknown(
                        "verdict", word, FAIL_ON.stream().map(Verdict::code).toList()));
    }
}
