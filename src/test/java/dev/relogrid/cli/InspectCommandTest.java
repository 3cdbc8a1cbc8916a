package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

final class InspectCommandTest {
    private static final String SAMPLES = "src/test/bpf/samples/";

    private static String text(String sample, String... more) {
        String[] args = new String[2 + more.length];
        args[0] = "inspect";
        args[1] = SAMPLES + sample + ".bpf.o";
        System.arraycopy(more, 0, args, 2, more.length);
        return Outcome.of(args).report();
    }

    private static JsonNode json(String sample) {
        return new ObjectMapper().readTree(text(sample, "--format=json"));
    }

    private static void assertHas(String text, String... lines) {
        List<String> all = text.lines().toList();
        for (String line : lines) {
            assertTrue(all.contains(line), () -> "no line '" + line + "' in\n" + text);
        }
    }

    @Test
    void relocationsStandUnderTheirSourceLines() {
        assertHas(
                text("ctime"),
                "Programs (1)",
                "  on_open  fentry/vfs_open     23",
                "  changed  hash    4      8     1024",
                "Relocations (4)",
                "    ctime.bpf.c:18  if (bpf_core_field_exists(inode->__i_ctime))",
                "      #2 insn 7  <byte_off> [19] struct inode.__i_ctime.tv_sec (0:0:0 @ offset 0)");
    }

    @Test
    void subprogramsAndProgramsThatWaitAreTold() {
        assertHas(text("linked_programs"), "Programs (3)", "Sub-programs (3)");
        assertHas(text("new_features"), "  on_exit   raw_tp/sys_exit       2  not loaded unless asked for");
    }

    @Test
    void externsSayWhereTheyComeFrom() {
        assertHas(
                text("kconfig_guard"),
                "  CONFIG_SCHED_CLASS_EXT    kconfig  weak",
                "  LINUX_KERNEL_VERSION      kconfig");
    }

    @Test
    void nothingToRelocateIsSaidAsSuch() {
        assertTrue(text("no_relos").replaceAll("\\s+", " ").contains("there is nothing to relocate."));
        assertTrue(text("no_btf").replaceAll("\\s+", " ").contains("compile it with clang -g -O2 -target bpf"));
    }

    @Test
    void linesFitTheTerminal() {
        Outcome wide = Outcome.of(new Terminal(false, 200, true, Map.of()), "inspect", SAMPLES + "no_relos.bpf.o");
        assertTrue(wide.report().lines().anyMatch(line -> line.endsWith("there is nothing to relocate.")), wide::out);
    }

    @Test
    void colourIsOnlyOnRequest() {
        assertFalse(text("ctime").contains("\033"));
        assertTrue(text("ctime", "--color=always").contains("\033[1mRelocations\033[0m (4)"));
    }

    @Test
    void jsonHasTheSame() {
        JsonNode object = json("ctime");
        assertEquals(1, object.get("schemaVersion").asInt());
        assertEquals("little", object.get("byteOrder").asString());
        assertTrue(object.get("refusal").isNull());
        assertEquals("fentry/vfs_open", object.at("/programs/0/section").asString());
        assertEquals("hash", object.at("/maps/0/typeName").asString());
        JsonNode relocation = object.at("/relocations/1");
        assertEquals("field_exists", relocation.get("kind").asString());
        assertEquals("on_open", relocation.get("program").asString());
        assertEquals(
                "<field_exists> [19] struct inode.__i_ctime (0:0 @ offset 0)",
                relocation.get("spec").asString());
        assertEquals(28, relocation.at("/source/line").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"attach", "guarded", "kconfig_strong", "kfunc", "ksym", "maps", "no_btf", "rodata_switch"})
    void everySampleIsReadInBothForms(String sample) {
        JsonNode object = json(sample);
        String text = text(sample);
        assertEquals(!sample.equals("no_btf"), object.get("hasTypes").asBoolean());
        for (JsonNode program : object.get("programs")) {
            assertTrue(text.contains("  " + program.get("name").asString() + "  "), text);
        }
        for (JsonNode extern : object.get("externs")) {
            assertTrue(text.contains("  " + extern.get("name").asString() + " "), text);
        }
    }

    @Test
    void whatIsNoObjectIsNoAnswer() {
        Outcome.of("inspect", "pom.xml")
                .assertNoAnswer("pom.xml: ELF header at offset 0x0: expected 7f 45 4c 46"
                        + " (an ELF file), found 3c 3f 78 6d");
        Outcome.of("inspect").assertNoAnswer("missing required parameter: 'OBJ' (see 'relogrid inspect --help')");
    }
}
