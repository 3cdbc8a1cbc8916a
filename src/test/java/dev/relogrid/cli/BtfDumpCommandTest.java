package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.fixture.BtfBuilder;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BtfDumpCommandTest {
    private static final String OBJECT = "src/test/bpf/samples/task_state.bpf.o";

    @TempDir
    private Path dir = Path.of("");

    private String file = "";

    @BeforeEach
    void writeTypes() throws IOException {
        BtfBuilder types = new BtfBuilder();
        int anInt = types.integer("int", 4, BtfBuilder.SIGNED);
        types.struct("thing", 4, BtfBuilder.member("x", anInt, 0));
        types.enumeration("thing", 4, false, BtfBuilder.enumerator("ONE", 1));
        types.typedef("thing_t", anInt);
        types.forward("thing", false);
        types.forward("later", true);
        types.struct("\033[31m", 0);
        file = Files.write(dir.resolve("types.btf"), types.bytes(ByteOrder.BIG_ENDIAN))
                .toString();
    }

    private String dump(String... types) {
        String[] args = new String[3 + 2 * types.length];
        args[0] = "btf";
        args[1] = "dump";
        args[2] = file;
        for (int i = 0; i < types.length; i++) {
            args[3 + 2 * i] = "--c";
            args[4 + 2 * i] = types[i];
        }
        return Outcome.of(args).report();
    }

    @Test
    void aNameMayStandForSeveralTypes() {
        String struct = "struct thing {\n\tint x;\n};\n";
        String enumeration = "enum thing {\n\tONE = 1,\n};\n";
        assertEquals(struct, dump("struct thing"));
        assertEquals(enumeration, dump("enum thing"));
        assertEquals(struct + "\n" + "typedef int thing_t;\n", dump("[2]", "typedef thing_t"));
        assertEquals(struct + "\n" + enumeration.replace("enum thing", "enum thing___2"), dump("thing"));
    }

    @Test
    void aForwardDeclarationIsAllThereIs() {
        assertEquals("union later;\n", dump("later"));
    }

    @Test
    void namesCannotSteerTheTerminal() {
        String listing = dump();
        assertTrue(listing.contains("[7] STRUCT '\\x1b[31m' size=0 vlen=0\n"), listing);
    }

    @Test
    void aTypeThatIsNotThereIsNoAnswer() {
        Outcome.of("btf", "dump", file, "--c", "hing")
                .assertNoAnswer(file + ": no type 'hing'; there is thing, thing_t");
        Outcome.of("btf", "dump", file, "--c", "99").assertNoAnswer(file + ": no type '99'");
        Outcome.of("btf", "dump", file, "--c", "[0]").assertNoAnswer(file + ": no type '[0]'");
    }

    @Test
    void whatCannotBeCIsNoAnswer() {
        Outcome.of("btf", "dump", file, "--c", "7")
                .assertNoAnswer(file + ": type [7] struct \\x1b[31m at offset 0x0: expected names that are C"
                        + " identifiers, found '\\x1b[31m'");
    }

    @Test
    void dependenciesGoWithAType() {
        Outcome.of("btf", "dump", file, "--deps")
                .assertNoAnswer("--deps goes with --c TYPE (see 'relogrid btf dump --help')");
    }

    @Test
    void unreadableFilesAreOneSentence() throws IOException {
        String none = dir.resolve("none").toString();
        Outcome.of("btf", "dump", none).assertNoAnswer(none + ": no such file");
        Outcome.of("btf", "dump", dir.toString()).assertNoAnswer(dir + ": expected a file, found a folder");
        String text = Files.writeString(dir.resolve("text"), "hello").toString();
        Outcome.of("btf", "dump", text)
                .assertNoAnswer(text + ": file at offset 0x0: expected BTF, an ELF file or a kernel image,"
                        + " found 68 65 6c 6c");
        String object = "src/test/bpf/samples/no_btf.bpf.o";
        Outcome.of("btf", "dump", object)
                .assertNoAnswer(object + ": ELF sections at offset 0x0: expected a section .BTF, found none");
    }

    @Test
    void aModuleNeedsItsKernel() throws IOException {
        BtfBuilder base = new BtfBuilder();
        base.integer("int", 4, BtfBuilder.SIGNED);
        BtfBuilder module = BtfBuilder.over(base);
        module.typedef("id_t", 1);
        String kernel = Files.write(dir.resolve("vmlinux"), base.bytes(ByteOrder.LITTLE_ENDIAN))
                .toString();
        String split = Files.write(dir.resolve("module"), module.bytes(ByteOrder.LITTLE_ENDIAN))
                .toString();
        assertEquals(
                "[2] TYPEDEF 'id_t' type_id=1\n",
                Outcome.of("btf", "dump", split, "--base", kernel).report());
        assertEquals(
                "typedef int id_t;\n",
                Outcome.of("btf", "dump", split, "--base", kernel, "--c", "id_t")
                        .report());
        Outcome alone = Outcome.of("btf", "dump", split);
        assertEquals(ExitCode.NO_ANSWER, alone.code());
        assertTrue(alone.err().startsWith("relogrid: " + split + ": .BTF"), alone::err);
    }

    @Test
    void anObjectHasTypesToo() {
        assertTrue(
                Outcome.of("btf", "dump", OBJECT, "--c", "task_struct").report().contains("struct task_struct {\n"));
    }
}
