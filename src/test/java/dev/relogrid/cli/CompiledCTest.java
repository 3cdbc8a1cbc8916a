package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.c.CSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real types, printed as C, compiled for eBPF: sizes and offsets must be those of the BTF. */
final class CompiledCTest {
    private static final List<String> TYPES = List.of("task_struct", "inode", "sk_buff", "sock");

    @TempDir
    private Path dir = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"amd64/5.10", "amd64/6.1.0", "arm64/6.12", "amd64/7.3.4"})
    void theStructsProgramsReadMost(String kernel) throws IOException, InterruptedException {
        Path vmlinux = ShippedFiles.vmlinux(kernel, dir);
        Btf btf = BtfFile.read(vmlinux, null);
        Stream<String> wanted = TYPES.stream().flatMap(name -> Stream.of("--c", "struct " + name));
        String source = Outcome.of(Stream.concat(Stream.of("btf", "dump", vmlinux.toString(), "--deps"), wanted)
                        .toArray(String[]::new))
                .report();
        StringBuilder checks = new StringBuilder();
        int asserted = 0;
        for (String name : TYPES) {
            int id = TypeQuery.find(btf, "struct " + name, kernel).getFirst();
            asserted += appendAssertions(btf, id, checks);
        }
        assertCompiles(source + checks);
        assertTrue(asserted > 300, () -> "few members: " + checks.length());
    }

    @Test
    void allTypesOfAKernelAndAllOfItsFunctions() throws IOException, InterruptedException {
        Btf btf = BtfFile.read(ShippedFiles.vmlinux("trixie/amd64", dir), null);
        int[] all = IntStream.range(1, btf.typeCount())
                .filter(id -> isDefinition(btf.kind(id)))
                .toArray();
        StringBuilder source = new StringBuilder(CSource.withDependencies(btf, all));
        Map<String, Integer> tags = uniqueTags(btf);
        for (int id : tags.values()) {
            if (BtfKind.isComposite(btf.kind(id))) {
                appendAssertions(btf, id, source);
            }
        }
        assertTrue(tags.size() > 8000, () -> tags.size() + " structs, unions and enums");
        assertCompiles(source.toString());
    }

    private static boolean isDefinition(int kind) {
        return BtfKind.isComposite(kind)
                || BtfKind.isAnyEnum(kind)
                || kind == BtfKind.TYPEDEF
                || kind == BtfKind.FUNC
                || kind == BtfKind.VAR;
    }

    /** Names with one meaning only: of the others all but one get a new name in C. */
    private static Map<String, Integer> uniqueTags(Btf btf) {
        Map<String, Integer> tags = new TreeMap<>();
        Map<String, Integer> uses = new HashMap<>();
        for (int id = 1; id < btf.typeCount(); id++) {
            int kind = btf.kind(id);
            if ((BtfKind.isComposite(kind) || BtfKind.isAnyEnum(kind)) && btf.nameOffset(id) != 0) {
                tags.put(btf.name(id), id);
                uses.merge(btf.name(id), 1, Integer::sum);
            }
        }
        tags.keySet().removeIf(name -> uses.getOrDefault(name, 0) > 1);
        return tags;
    }

    /** Size and the offset of every named member that has one; returns how many. */
    private static int appendAssertions(Btf btf, int id, StringBuilder out) {
        String tag = BtfKind.name(btf.kind(id)) + " " + btf.name(id);
        out.append("_Static_assert(sizeof(" + tag + ") == " + btf.size(id) + ", \"" + tag + "\");\n");
        int count = 0;
        for (int i = 0; i < btf.vlen(id); i++) {
            String name = btf.string(btf.memberNameOffset(id, i));
            if (!name.isEmpty() && btf.memberBitfieldSize(id, i) == 0) {
                int offset = btf.memberBitOffset(id, i) / 8;
                out.append("_Static_assert(__builtin_offsetof(" + tag + ", " + name + ") == " + offset + ", \"" + tag
                        + "." + name + "\");\n");
                count++;
            }
        }
        return count;
    }

    private void assertCompiles(String source) throws IOException, InterruptedException {
        Path file = Files.writeString(dir.resolve("types.c"), source);
        Tool clang =
                Tool.run(dir, "clang-19", "-target", "bpf", "-fsyntax-only", "-ferror-limit=5", "-w", file.toString());
        assertEquals("", clang.err());
        assertEquals(0, clang.code());
    }

    /** What a compiler made of strange types, and what it makes of them once more after they were printed. */
    @Test
    void printedTypesCompileToThemselves() throws IOException, InterruptedException {
        Path once = compile("once", Files.readString(Path.of("src/test/resources/dev/relogrid/cli/layouts.c")));
        Btf before = BtfFile.read(once, null);
        String printed = Outcome.of("btf", "dump", once.toString(), "--c", "struct all", "--deps")
                .report();
        Btf after = BtfFile.read(compile("twice", printed + "struct all all;\n"), null);
        assertEquals(layouts(before), layouts(after));
    }

    private Path compile(String name, String source) throws IOException, InterruptedException {
        Path file = Files.writeString(dir.resolve(name + ".c"), source);
        Path object = dir.resolve(name + ".o");
        Tool.run(dir, "clang-19", "-target", "bpf", "-g", "-O2", "-c", file.toString(), "-o", object.toString())
                .output();
        return object;
    }

    /** Structs by name: size, and each member's name, place and bits; structs of nothing but padding left out. */
    private static Map<String, List<String>> layouts(Btf btf) {
        Map<String, List<String>> layouts = new TreeMap<>();
        for (int type = 1; type < btf.typeCount(); type++) {
            int id = type;
            if (BtfKind.isComposite(btf.kind(id)) && btf.nameOffset(id) != 0) {
                List<String> members = IntStream.range(0, btf.vlen(id))
                        .filter(i -> btf.memberNameOffset(id, i) != 0 || btf.vlen(btf.memberType(id, i)) > 0)
                        .mapToObj(i -> btf.string(btf.memberNameOffset(id, i)) + "@" + btf.memberBitOffset(id, i) + ":"
                                + btf.memberBitfieldSize(id, i))
                        .toList();
                layouts.put(btf.name(id) + " " + btf.size(id), members);
            }
        }
        return layouts;
    }
}
