package dev.relogrid.engine.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.CoreRelo;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.core.CoreResolver;
import dev.relogrid.engine.core.ReloKind;
import dev.relogrid.engine.core.ReloValue;
import dev.relogrid.engine.core.Resolution;
import dev.relogrid.engine.core.SpecParser;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.ObjectBuilder;
import dev.relogrid.fixture.Oracle;
import dev.relogrid.fixture.RandomRelocations;
import dev.relogrid.fixture.RandomTypes;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Types made by chance and changed by chance, which no compiler would make: this program and libbpf say the same about
 * every relocation between them. The seed is in the message.
 */
final class RandomTypesAgainstLibbpfTest {
    private static final int SEEDS = Integer.getInteger("relogrid.seeds", 100);
    private static final Path SCRATCH = Path.of("target/random");
    private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;

    private record OneKernel(String id, Btf vmlinux) implements Kernel {
        @Override
        public List<NamedBtf> modules() {
            return List.of();
        }
    }

    @BeforeAll
    static void oracleIsThere() throws Exception {
        Oracle.require();
        Files.createDirectories(SCRATCH);
    }

    @Test
    void everyRelocationEndsTheSame() throws Exception {
        Map<String, Integer> ends = new TreeMap<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            for (String line : compare(seed)) {
                ends.merge(line.substring(0, line.indexOf(' ')), 1, Integer::sum);
            }
        }
        System.out.println("random types: " + SEEDS + " pairs, relocations compared with libbpf: " + ends);
        assertTrue(
                ends.keySet().equals(Set.of("ok", "poisoned", "error")) && Collections.min(ends.values()) > SEEDS,
                "too little was compared");
    }

    private static List<String> compare(long seed) throws Exception {
        ObjectBuilder object = object(seed);
        BtfBuilder target = new RandomTypes(seed, 150, "").types.mutated(new Random(seed), (int) (seed % 8) * 12 + 4);
        Path objectFile = Files.write(SCRATCH.resolve("object.o"), object.bytes(LE));
        Path targetFile = Files.write(SCRATCH.resolve("target.btf"), target.bytes(LE));
        List<String> ours =
                RelocationPass.run(ObjectSpecs.of(object.build()), new OneKernel("k", target.build())).stream()
                        .map(RandomTypesAgainstLibbpfTest::line)
                        .toList();
        List<String> theirs = new ArrayList<>();
        Oracle.ask(targetFile, List.of(List.of(objectFile.toString(), targetFile.toString())), (i, answer) -> {
            if (answer != null) {
                answer.relocations().forEach(node -> theirs.add(line(node)));
            }
        });
        for (int i = 0; i < theirs.size(); i++) {
            assertEquals(theirs.get(i), ours.get(i), "seed " + seed + ", relocation " + i);
        }
        assertEquals(ours.size(), theirs.size(), "seed " + seed + ": relocations libbpf answered");
        return ours;
    }

    /** A program with one instruction for each relocation, which holds what the relocation expects. */
    static ObjectBuilder object(long seed) {
        RandomTypes random = new RandomTypes(seed, 150, "");
        List<CoreRelo> relos = RandomRelocations.of(random, seed);
        int main = random.types.function("main", random.types.prototype(1), 1);
        ObjectBuilder object = new ObjectBuilder(random.types);
        Btf types = random.types.build().withPointerSize(8);
        CoreResolver resolver = new CoreResolver(types, new NamedBtf("itself", types), List::of);
        List<Insn> insns = new ArrayList<>();
        for (CoreRelo relo : relos) {
            Resolution itself = resolver.resolve(relo, SpecParser.parse(types, relo));
            object.ext.relo("raw_tp/x", 8 * insns.size(), relo.typeId(), types.string(relo.accessOff()), relo.kind());
            insns.add(
                    itself instanceof Resolution.Resolved found
                            ? insn(relo.kind(), found.value())
                            : ObjectBuilder.EXIT);
        }
        insns.add(ObjectBuilder.EXIT);
        object.program("raw_tp/x", "main", insns.toArray(Insn[]::new));
        object.ext.function("raw_tp/x", 0, main);
        return object;
    }

    private static Insn insn(int kind, ReloValue value) {
        int size = value.memory().original();
        boolean loadable = size == 1 || size == 2 || size == 4 || size == 8;
        if (kind == ReloKind.FIELD_BYTE_OFFSET.ordinal() && loadable && value.original() <= Short.MAX_VALUE) {
            return new Insn(0x61, 1, 2, (int) value.original(), 0).withMemorySize(size);
        }
        return new Insn(0xb7, 1, 0, 0, (int) value.original());
    }

    private static String line(RelocationResult result) {
        StringBuilder text = new StringBuilder(result.status().word());
        Resolution resolution = result.resolution();
        if (resolution != null) {
            text.append(" cands ")
                    .append(resolution.candidates().size())
                    .append('/')
                    .append(resolution.matches());
        }
        ReloValue value = result.value();
        if (value != null && result.status() != RelocationResult.Status.ERROR) {
            text.append(" value ").append(Long.toUnsignedString(value.original()));
            text.append(' ').append(Long.toUnsignedString(value.value()));
            text.append(' ').append(value.poison()).append(' ').append(value.validate());
            text.append(' ')
                    .append(value.memory().original())
                    .append(' ')
                    .append(value.memory().value());
            text.append(' ').append(value.memory().fail());
        }
        return text + " -> " + result.after().stream().map(Insn::hex).collect(Collectors.joining());
    }

    private static String line(JsonNode node) {
        String status = node.path("status").asString("");
        StringBuilder text = new StringBuilder(status);
        text.append(" cands ")
                .append(node.path("ncands").asInt())
                .append('/')
                .append(node.path("nmatch").asInt());
        boolean error = status.equals("error");
        if (!error) {
            text.append(" value ").append(node.path("orig_val").asString("")).append(' ');
            text.append(node.path("new_val").asString("")).append(' ');
            text.append(node.path("poison").asBoolean())
                    .append(' ')
                    .append(node.path("validate").asBoolean());
            JsonNode size = node.path("memsz");
            text.append(' ')
                    .append(size.path("orig").asInt())
                    .append(' ')
                    .append(size.path("new").asInt());
            text.append(' ').append(size.path("fail").asBoolean());
        }
        return text + " -> " + (error ? "" : node.path("after").asString(""));
    }
}
