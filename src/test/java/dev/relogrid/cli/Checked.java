package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What {@code check --format json} says of one sample on kernels of the shipped archive. */
record Checked(String sample, JsonNode object) {

    /** @param words kernels and other options; all kernels when none */
    static Checked of(String sample, String... words) {
        List<String> all = new ArrayList<>(List.of("check", "src/test/bpf/samples/" + sample + ".bpf.o"));
        all.addAll(List.of("--archive", "btf-archive", "--format", "json"));
        all.addAll(List.of(words));
        Outcome outcome = Outcome.of(all.toArray(String[]::new));
        assertEquals("", outcome.err());
        JsonNode objects = new ObjectMapper().readTree(outcome.out()).path("objects");
        return new Checked(sample, objects.path(0));
    }

    /** The same on one kernel of each line. */
    static Checked onLines(String sample, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        for (Line line : Line.values()) {
            all.addAll(List.of("--kernel", line.id()));
        }
        return of(sample, all.toArray(String[]::new));
    }

    /** Verdicts by kernel, in the archive's order. */
    Map<String, String> verdicts() {
        Map<String, String> verdicts = new TreeMap<>();
        for (JsonNode kernel : object.path("kernels")) {
            verdicts.put(
                    kernel.path("kernel").asString(), kernel.path("verdict").asString());
        }
        return verdicts;
    }

    /** Asserts the verdict on each line. */
    Checked is(Map<Line, String> expected) {
        Map<Line, String> actual = new TreeMap<>();
        Map<String, String> verdicts = verdicts();
        for (Line line : expected.keySet()) {
            actual.put(line, verdicts.getOrDefault(line.id(), "nothing"));
        }
        assertEquals(new TreeMap<>(expected), actual, sample + ": " + object.path("causes"));
        return this;
    }

    /**
     * Asserts a cause on a line.
     *
     * @param why part of what is said of why it is so; empty when it does not matter
     */
    Checked because(Line line, String code, String effect, String wanted, String why) {
        List<String> there = new ArrayList<>();
        for (JsonNode cause : object.path("causes")) {
            if (contains(cause.path("kernels"), line.id())) {
                String whys = cause.path("why").toString();
                there.add(code(cause) + " " + whys);
                if (code(cause).equals(code + " " + effect + " " + wanted) && whys.contains(why)) {
                    return this;
                }
            }
        }
        throw new AssertionError(sample + " on " + line + " lacks " + code + " " + effect + " " + wanted + " (" + why
                + "), has " + there);
    }

    private static String code(JsonNode cause) {
        return cause.path("code").asString() + " " + cause.path("effect").asString() + " "
                + cause.path("wanted").asString();
    }

    /** Asserts that nothing at all is said on a line. */
    Checked withoutCauses(Line line) {
        for (JsonNode cause : object.path("causes")) {
            assertTrue(!contains(cause.path("kernels"), line.id()), sample + " on " + line + ": " + cause);
        }
        return this;
    }

    private static boolean contains(JsonNode kernels, String id) {
        for (JsonNode kernel : kernels) {
            if (kernel.asString().equals(id)) {
                return true;
            }
        }
        return false;
    }

    /** Kernels of the shipped archive that differ in what the samples ask for, oldest first. */
    enum Line {
        V5_10("debian/bullseye/amd64/5.10.0-32-amd64"),
        V6_1("debian/bookworm/amd64/6.1.0-50-amd64"),
        V6_12("debian/trixie/amd64/6.12.107+deb13-amd64"),
        V6_16("debian/trixie-backports/amd64/6.16.12+deb13-amd64"),
        V6_18("debian/trixie-backports/amd64/6.18.15+deb13-amd64"),
        /** Its configuration is not in the archive. */
        V6_19("debian/trixie-backports/amd64/6.19.14+deb13-amd64"),
        V7_3("debian/trixie-backports/amd64/7.3.4+deb13-amd64");

        private final String id;

        Line(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }

        /** One verdict for each line, oldest first; the last for all that are left. */
        static Map<Line, String> each(String... verdicts) {
            Map<Line, String> each = new TreeMap<>();
            for (Line line : values()) {
                each.put(line, verdicts[Math.min(line.ordinal(), verdicts.length - 1)]);
            }
            return each;
        }
    }
}
