package dev.relogrid.engine.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.ObjectBuilder;
import dev.relogrid.fixture.Oracle;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every section name of the table, and names that are nearly one, as libbpf itself takes them. */
class SectionsAgainstLibbpfTest {
    @TempDir
    Path folder;

    @Test
    void libbpfSeesTheSameProgramTypes() throws Exception {
        List<String> names = names();
        ObjectBuilder object = new ObjectBuilder(new BtfBuilder());
        for (int i = 0; i < names.size(); i++) {
            object.program(names.get(i), "p" + i, Seen.EXIT);
        }
        List<JsonNode> programs = ask(object.bytes(ByteOrder.LITTLE_ENDIAN));
        assertEquals(names.size(), programs.size());
        for (JsonNode program : programs) {
            String name =
                    names.get(Integer.parseInt(program.path("name").asString().substring(1)));
            String section = name.startsWith("?") ? name.substring(1) : name;
            assertEquals(section, program.path("sec").asString());
            assertEquals(program.path("type").asInt(), Sections.kind(section).type(), name);
            assertEquals(program.path("autoload").asBoolean(), !name.startsWith("?"), name);
        }
        System.out.println("section names: " + names.size() + " compared with libbpf");
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (String pattern : Sections.patterns()) {
            String name = pattern.endsWith("+") ? pattern.substring(0, pattern.length() - 1) : pattern;
            names.addAll(List.of(name, "?" + name, name + "/x", name + "x", name + "/"));
        }
        assertTrue(names.size() > 500, () -> "too few names: " + names.size());
        return names.stream().distinct().toList();
    }

    private List<JsonNode> ask(byte[] object) throws IOException, InterruptedException {
        Oracle.require();
        BtfBuilder types = new BtfBuilder();
        types.integer("int", 4, BtfBuilder.SIGNED);
        Btf kernel = types.build();
        Path btf = Files.write(folder.resolve("vmlinux.btf"), kernel.raw());
        Path file = Files.write(folder.resolve("sections.o"), object);
        List<JsonNode> programs = new ArrayList<>();
        Oracle.ask(btf, List.of(List.of("--strict-only", file.toString(), btf.toString())), (i, answer) -> {
            assertNotNull(answer);
            programs.addAll(answer.programs());
        });
        return programs;
    }
}
