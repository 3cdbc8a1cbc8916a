package dev.relogrid.gate.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.advice.Grade;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.finding.Stage;
import dev.relogrid.engine.verdict.Effect;
import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.gate.Baseline;
import dev.relogrid.gate.Gated;
import dev.relogrid.gate.Member;
import dev.relogrid.gate.Outcome;
import dev.relogrid.gate.Shift;
import dev.relogrid.gate.Suite;
import dev.relogrid.gate.Unread;
import dev.relogrid.policy.Role;
import dev.relogrid.policy.Standing;
import dev.relogrid.report.Samples;
import dev.relogrid.report.Sighting;
import dev.relogrid.report.render.Proof;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every report is valid by the published schema, says what the suite says, and never more words than are listed. */
final class SuiteJsonTest {
    private static final Schema STRICT = Schema.strict();
    private static final Schema TOLERANT = Schema.tolerant();
    private static final String POLICY = """
            required: suite:trixie
            watch: suite:bookworm
            ignore:
            - {path: inode.i_ctime, reason: known, until: 2026-12-31}
            - {path: inode.i_mtime, reason: over, until: 2026-10-31}
            """;
    private static final Baseline NOTHING = Gated.before();

    private static ObjectNode json(Suite suite) {
        return (ObjectNode) Schema.JSON.readTree(SuiteJson.of(suite));
    }

    private static ObjectNode valid(Suite suite) {
        ObjectNode json = json(suite);
        assertEquals(List.of(), STRICT.errors(json));
        assertEquals(List.of(), TOLERANT.errors(json));
        return json;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ctime",
                "attach",
                "task_state",
                "kconfig_guard",
                "new_features",
                "no_relos",
                "big_endian",
                "ksym",
                "maps",
                "helper_unguarded",
                "kfunc",
                "legacy_maps",
                "ctime_fixed",
                "flavor_typo"
            })
    void reportsOfSamplesAreValid(String sample) {
        Member alone = Gated.member(Samples.report(sample), "", null);
        Baseline was = Gated.before(alone);
        valid(Gated.suite(alone));
        valid(Gated.suite(Gated.member(alone.report(), POLICY, was)));
        valid(Gated.suite(Gated.member(alone.report(), "fail-on: unknown", NOTHING)));
    }

    @Test
    void whatThePolicyMakesOfAnObjectIsSaid() {
        Member member = Gated.member(Samples.report("ctime"), POLICY, null);
        JsonNode root = valid(Gated.with(Gated.suite(member), new Unread("b.o", "malformed", "expected ELF")));
        JsonNode object = root.path("objects").path(0);
        assertEquals("fail", root.path("outcome").asString());
        assertEquals("fail", object.path("outcome").asString());
        assertEquals(
                member.verdict().required().warn(),
                object.path("required").path("warn").asInt());
        assertEquals("2026-12-31", object.path("ignored").path(0).path("until").asString());
        assertEquals(
                "inode.i_mtime", object.path("expired").path(0).path("subject").asString());
        assertEquals("malformed", root.path("errors").path(0).path("code").asString());
        JsonNode cause = object.path("causes")
                .path(object.path("ignored").path(0).path("cause").asInt());
        assertEquals("FIELD_RENAMED", cause.path("code").asString());
        assertFalse(root.has("shifts") || object.has("delta") || cause.has("new"));
    }

    @Test
    void whatIsNewIsSaid() {
        Baseline was = Gated.before(Gated.member(Samples.report("ctime_fixed"), "", null));
        Member member = Gated.member(Samples.report("ctime"), "", was.renamed(List.of("ctime.bpf.o")));
        JsonNode root = valid(Gated.suite(member));
        JsonNode object = root.path("objects").path(0);
        assertEquals(508, object.path("delta").path("counts").path("broke").asInt());
        assertEquals(508, root.path("shifts").path("broke").asInt());
        assertEquals(508, object.path("delta").path("broke").size());
        assertTrue(object.path("causes").path(0).path("new").asBoolean());
        int broke = 0;
        for (JsonNode kernel : object.path("kernels")) {
            if (kernel.path("shift").asString("").equals("broke")) {
                broke++;
                assertEquals("[\"on_open\"]", kernel.path("failingPrograms").toString());
            }
        }
        assertEquals(508, broke);
    }

    @Test
    void whoeverKnowsMoreWritesItBesides() {
        Member member = Gated.member(Samples.report("no_relos"), "", null);
        Proof proof = new Proof() {
            @Override
            public String mark(String kernel) {
                return "";
            }

            @Override
            public List<String> lines() {
                return List.of();
            }

            @Override
            public void write(JsonGenerator json) {
                json.writeArrayPropertyStart("booted");
                json.writeEndArray();
            }
        };
        StringWriter out = new StringWriter();
        SuiteJson.write(Gated.suite(member), _ -> proof, out);
        JsonNode json = Schema.JSON.readTree(out.toString());
        assertEquals(List.of(), STRICT.errors(json));
        assertTrue(json.path("objects").path(0).has("booted"));
    }

    @Test
    void damagedReportsAreNot() {
        Member member = Gated.member(Samples.report("ctime"), "", null);
        Suite suite = Gated.suite(Gated.member(member.report(), "", Gated.before(member)));
        assertInvalid(suite, "", root -> root.put("schemaVersion", 3));
        assertInvalid(suite, "", root -> root.remove("outcome"));
        assertInvalid(suite, "", root -> root.remove("shifts"));
        assertInvalid(suite, "", root -> root.put("removed", "none"));
        assertInvalid(suite, "", root -> root.put("against", ""));
        assertInvalid(suite, "/objects/0", object -> object.put("relocations", -1));
        assertInvalid(suite, "/objects/0", object -> object.remove("delta"));
        assertInvalid(suite, "/objects/0/kernels/0", kernel -> kernel.put("verdict", "not so good"));
        assertInvalid(suite, "/objects/0/kernels/0", kernel -> kernel.remove("standing"));
        assertInvalid(suite, "/objects/0/causes/0", cause -> cause.put("fingerprint", "12"));
        assertInvalid(suite, "/objects/0/causes/0", cause -> cause.put("new", "yes"));
        assertInvalid(suite, "/objects/0/causes/0", cause -> cause.remove("line"));
        assertInvalid(suite, "/objects/0/failing/0", cause -> cause.remove("code"));
        assertInvalid(suite, "/objects/0/causes/0/turns/0", turn -> turn.remove(List.of("firstBad", "firstGood")));
    }

    private static void assertInvalid(Suite suite, String where, Consumer<ObjectNode> damage) {
        ObjectNode root = json(suite);
        damage.accept((ObjectNode) root.at(where));
        assertFalse(TOLERANT.errors(root).isEmpty(), where);
    }

    @Test
    void laterWordsAndFieldsAreToleratedAndNotOurs() {
        ObjectNode root = json(Gated.suite(Gated.member(Samples.report("ctime"), "", null)));
        ((ObjectNode) root.at("/objects/0/kernels/0")).put("verdict", "later").put("later", 1);
        ((ObjectNode) root.at("/objects/0/causes/0")).put("code", "LATER");
        assertEquals(List.of(), TOLERANT.errors(root));
        assertFalse(STRICT.errors(root).isEmpty());
    }

    @Test
    void theWordsListedAreTheWordsThereAre() {
        assertEquals(lower(Outcome.values()), listed("outcome"));
        assertEquals(lower(Verdict.values()), listed("verdict"));
        assertEquals(lower(Standing.values()), listed("standing"));
        assertEquals(lower(Role.values()), listed("role"));
        assertEquals(lower(Shift.values()), listed("shift"));
        assertEquals(lower(Grade.values()), listed("grade"));
        assertEquals(Arrays.stream(Effect.values()).map(Effect::word).toList(), listed("effect"));
        assertEquals(Arrays.stream(Stage.values()).map(Stage::word).toList(), listed("stage"));
        assertEquals(Arrays.stream(CauseCode.values()).map(Enum::name).toList(), listed("causeCode"));
    }

    private static List<String> lower(Enum<?>[] words) {
        return Arrays.stream(words)
                .map(word -> word.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static List<String> listed(String what) {
        List<String> words = new ArrayList<>();
        Schema.published().at("/$defs/" + what + "/anyOf/0/enum").forEach(word -> words.add(word.asString()));
        return words;
    }

    @Test
    void theSameSuiteIsTheSameBytes() {
        for (Form form : Form.values()) {
            Suite once = Gated.suite(Gated.member(Samples.report("attach"), POLICY, NOTHING));
            Suite again = Gated.suite(Gated.member(Samples.report("attach"), POLICY, NOTHING));
            assertEquals(form.render(once, Rendering.PLAIN), form.render(again, Rendering.PLAIN), form.word());
        }
    }

    @Test
    void indexesOfCausesAreTheirPlaces() {
        List<Sighting> seen = Samples.report("attach").seen();
        for (int i = 0; i < seen.size(); i++) {
            assertEquals(i, seen.get(i).cause());
        }
    }
}
