package dev.relogrid.engine.extern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.fixture.ExternComparison;
import dev.relogrid.fixture.Oracle;
import dev.relogrid.fixture.Rule;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every type an option can be declared with, held against every kind of value, by us and by libbpf. */
final class OptionsAgainstLibbpfTest {
    private static final Path SCRATCH = Path.of("target/random-options");

    private static final List<String> VALUES = List.of(
            "y",
            "n",
            "m",
            "yes",
            "no",
            "0",
            "1",
            "2",
            "-1",
            "-0",
            "+7",
            " 7",
            "7 ",
            "00",
            "010",
            "08",
            "0x",
            "0X1F",
            "0xg",
            "127",
            "128",
            "-128",
            "-129",
            "255",
            "256",
            "32767",
            "32768",
            "-32768",
            "-32769",
            "65535",
            "65536",
            "2147483647",
            "2147483648",
            "-2147483648",
            "-2147483649",
            "4294967295",
            "4294967296",
            "0xffffffffffffffff",
            "9223372036854775808",
            "-9223372036854775808",
            "18446744073709551615",
            "18446744073709551616",
            "-18446744073709551615",
            "-18446744073709551616",
            "99999999999999999999",
            "12a",
            "a",
            "1.5",
            "-",
            "--1",
            "\"\"",
            "\"",
            "\"a",
            "\"a\"b",
            "\"a\"b\"",
            "\"1234567\"",
            "\"12345678\"",
            "\"1234567890\"",
            "#",
            "'a'");

    private static final List<String> VERSIONS =
            List.of("6.1.38-1-amd64", "5.10.0", "4.19.300", "255.255.255", "0.0.1", "7.3-cloud-amd64", "256.0.0-x");

    private final ExternComparison comparison = new ExternComparison();

    @BeforeAll
    static void oracleIsThere() throws Exception {
        Oracle.require();
        Files.createDirectories(SCRATCH);
    }

    /** A question to the oracle, and what we are asked. */
    private record Question(String name, BpfObject object, MadeKernel kernel, List<String> words) {}

    private static Path vmlinux() throws Exception {
        return Files.write(SCRATCH.resolve("vmlinux.btf"), kernel().types.bytes(ByteOrder.LITTLE_ENDIAN));
    }

    private static MadeKernel kernel() {
        MadeKernel kernel = new MadeKernel();
        kernel.types.integer("int", 4, 1);
        return kernel;
    }

    private static Declared declaring(String name, OptionType type, boolean weak) {
        Declared object = new Declared();
        return object.option(name, type.declare(object.types), weak);
    }

    private static Question question(Path vmlinux, Declared object, MadeKernel kernel, String... options)
            throws Exception {
        byte[] bytes = object.bytes(ByteOrder.LITTLE_ENDIAN);
        Path file = Files.write(Files.createTempFile(SCRATCH, "option", ".o"), bytes);
        file.toFile().deleteOnExit();
        List<String> words = new ArrayList<>(List.of(options));
        words.add(file.toString());
        words.add(vmlinux.toString());
        return new Question(String.join(" ", options), Declared.parse(bytes), kernel, words);
    }

    private void ask(Path vmlinux, List<Question> questions) throws Exception {
        List<List<String>> words = questions.stream().map(Question::words).toList();
        Oracle.ask(vmlinux, words, (i, answer) -> {
            Question question = questions.get(i);
            comparison.compare(question.name, question.object, question.kernel, answer);
        });
    }

    @Rule(28)
    @Test
    void everyValueInEveryType() throws Exception {
        Path vmlinux = vmlinux();
        List<Question> questions = new ArrayList<>();
        for (String value : VALUES) {
            Path config = SCRATCH.resolve("config-" + VALUES.indexOf(value));
            String text = "#\n# CONFIG_Y is not set\nCONFIG_Z=y\nCONFIG_X=" + value + "\nCONFIG_X=1\n";
            Files.writeString(config, text, StandardCharsets.ISO_8859_1);
            for (OptionType type : OptionType.values()) {
                MadeKernel kernel = kernel().set("CONFIG_X", value).set("CONFIG_Z", "y");
                Declared object = declaring("CONFIG_X", type, value.length() % 2 == 0);
                object.option("CONFIG_Y", type.declare(object.types), true);
                questions.add(question(vmlinux, object, kernel, "--kconfig", config.toString()));
            }
        }
        ask(vmlinux, questions);
        System.out.println("options: " + comparison.summary());
        assertEquals(2 * VALUES.size() * OptionType.values().length, comparison.compared());
        assertEquals(List.of(), comparison.differences());
        assertTrue(comparison.ends().getOrDefault("kconfig error", 0) > 100, "too few errors");
    }

    @Rule(28)
    @Test
    void versionsAndWhatIsTriedOut() throws Exception {
        Path vmlinux = vmlinux();
        List<Question> questions = new ArrayList<>();
        for (String version : VERSIONS) {
            for (OptionType type : OptionType.values()) {
                Declared object = declaring("LINUX_KERNEL_VERSION", type, type.size == 4);
                questions.add(question(vmlinux, object, kernel().version(version), "--kver", version));
            }
        }
        for (OptionType type : OptionType.values()) {
            for (boolean weak : new boolean[] {false, true}) {
                questions.add(question(vmlinux, declaring("LINUX_OTHER", type, weak), kernel(), "--kver", "6.1.2"));
                questions.add(question(vmlinux, declaring("OTHER", type, weak), kernel(), "--kver", "6.1.2"));
                Declared wrapper = declaring("LINUX_HAS_SYSCALL_WRAPPER", type, weak);
                questions.add(question(vmlinux, wrapper, kernel(), "--no-syscall-wrapper"));
            }
        }
        ask(vmlinux, questions);
        System.out.println("virtual options: " + comparison.summary());
        assertEquals(questions.size(), comparison.compared());
        assertEquals(List.of(), comparison.differences());
    }
}
