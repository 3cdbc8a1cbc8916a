package dev.relogrid.engine.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.history.Answer.Status;
import dev.relogrid.engine.kernel.Kconfig;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.KernelSymbols;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.BtfBuilder.Parameter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What kernels made for the purpose say. */
final class QuestionTest {
    private static final BtfBuilder TYPES = new BtfBuilder();
    private static final BtfBuilder MODULE;

    static {
        int integer = TYPES.integer("int", 4, BtfBuilder.SIGNED);
        int wide = TYPES.typedef("time64_t", TYPES.integer("long long", 8, BtfBuilder.SIGNED));
        int time = TYPES.struct(
                "timespec64", 16, BtfBuilder.member("tv_sec", wide, 0), BtfBuilder.member("tv_nsec", wide, 8));
        int hidden = TYPES.struct("", 8, BtfBuilder.member("inner", integer, 4));
        int tagged = TYPES.pointer(TYPES.typeTag("user", TYPES.modifier(BtfKind.CONST, integer)));
        int callback = TYPES.pointer(TYPES.prototype(0, new Parameter("n", integer), new Parameter("", 0)));
        TYPES.struct(
                "inode",
                100,
                BtfBuilder.member("i_ctime", time, 8),
                BtfBuilder.member("", hidden, 24),
                BtfBuilder.member("__state", integer, 32),
                BtfBuilder.member("i_names", TYPES.array(TYPES.array(integer, integer, 3), integer, 2), 36),
                BtfBuilder.member("i_user", tagged, 64),
                BtfBuilder.member("i_done", callback, 72),
                BtfBuilder.member("i_size_low", hidden, 80),
                BtfBuilder.bits("i_flag", integer, 8 * 88 + 3, 5));
        TYPES.enumeration("cmd", 4, true, BtfBuilder.enumerator("CMD_A", -1), BtfBuilder.enumerator("CMD_B", 7));
        TYPES.enum64("wide", false, BtfBuilder.enumerator("WIDE", -1));
        int proto = TYPES.prototype(integer, new Parameter("i", TYPES.pointer(time)));
        for (String name : List.of("plain", "split", "twice", "hidden_from_symbols")) {
            TYPES.function(name, proto, 0);
        }
        MODULE = BtfBuilder.over(TYPES);
        MODULE.struct("in_module", 12, BtfBuilder.member("x", integer, 0));
        MODULE.function("module_function", proto, 0);
    }

    /** A kernel that has everything, or lacks its types, symbols and configuration. */
    private record Made(boolean whole) implements Kernel, KernelSymbols, Kconfig {
        private static final Btf VMLINUX = TYPES.build();
        private static final Map<String, String> SYMBOLS = new TreeMap<>(
                Map.of("plain", "T", "split.isra.0", "t", "split.part.12", "t", "twice", "Tt", "bare", "T"));

        @Override
        public String id() {
            return "made";
        }

        @Override
        public @Nullable Btf vmlinux() {
            return whole ? VMLINUX : null;
        }

        @Override
        public @Nullable String noBtf() {
            return whole ? null : "built without";
        }

        @Override
        public List<NamedBtf> modules() {
            return whole ? List.of(new NamedBtf("some", MODULE.buildOver(VMLINUX))) : List.of();
        }

        @Override
        public @Nullable Kconfig config() {
            return whole ? this : null;
        }

        @Override
        public @Nullable KernelSymbols symbols() {
            return whole ? this : null;
        }

        @Override
        public boolean isInModulesElsewhere(String function) {
            return function.equals("in_another");
        }

        @Override
        public @Nullable String value(String option) {
            return option.equals("CONFIG_HZ") ? "250" : null;
        }

        @Override
        public String types(String name) {
            return SYMBOLS.getOrDefault(name, "");
        }

        @Override
        public List<String> variants(String function) {
            return SYMBOLS.keySet().stream()
                    .filter(name -> name.startsWith(function + "."))
                    .toList();
        }
    }

    private static Answer ask(String question, boolean offsets) {
        return Question.parse(List.of(question), offsets).on(new Made(true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "struct inode i_ctime|struct timespec64 i_ctime at byte 8",
                "struct inode.i_ctime|struct timespec64 i_ctime at byte 8",
                "struct inode i_ctime.tv_nsec|time64_t tv_nsec at byte 16",
                "struct inode inner|int inner at byte 28",
                "struct inode i_names|int i_names[2][3] at byte 36",
                "struct inode i_names[1][2]|int i_names[1][2] at byte 56",
                "struct inode i_user|const int *i_user at byte 64",
                "struct inode i_done|void (*i_done)(int, ...) at byte 72",
                "struct inode i_size_low|struct {...} i_size_low at byte 80",
                "struct inode i_size_low.inner|int inner at byte 84",
                "struct inode i_flag|int i_flag : 5 at bit 707",
                "struct inode|100 bytes",
                "typedef time64_t|long long",
                "enum cmd|4 bytes, 2 values",
                "enum cmd CMD_A|-1",
                "enum cmd CMD_B|7",
                "enum wide WIDE|18446744073709551615",
                "struct in_module|12 bytes",
                "struct in_module x|int x at byte 0",
                "func plain|int plain(struct timespec64 *)",
                "function twice|int twice(struct timespec64 *), 2 of this name",
                "func hidden_from_symbols|int hidden_from_symbols(struct timespec64 *), without a symbol",
                "func bare|a symbol without types",
                "func module_function|int module_function(struct timespec64 *)",
                "config CONFIG_HZ|250",
                "config HZ|250",
            })
    void whatIsThere(String question, String text) {
        Answer answer = ask(question, true);
        assertEquals(text, answer.text());
        assertEquals(Status.PRESENT, answer.status());
        assertEquals(question.contains("module") ? "some" : "", answer.module());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "struct inode i_mtime|ABSENT|no i_mtime in struct inode",
                "struct inode i_ctime.tv_usec|ABSENT|no i_ctime.tv_usec in struct inode",
                "struct inode inner.x|ABSENT|inner is int, which has no members",
                "struct inode inner[0]|ABSENT|inner[0] is not an array",
                "struct inod i_ctime|ABSENT|no struct inod",
                "union inode|ABSENT|no union inode",
                "enum cmd CMD_C|ABSENT|no CMD_C in enum cmd",
                "func nobody|ABSENT|no function nobody",
                "func in_another|UNKNOWN|not in the kernel itself; other kernels have it in a module",
                "func split|INLINED|int split(struct timespec64 *), but only split.isra and split.part are left",
                "config NO_HZ|ABSENT|not set",
            })
    void whatIsNot(String question, Status status, String text) {
        Answer answer = ask(question, false);
        assertEquals(text, answer.text());
        assertEquals(status, answer.status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"struct inode i_ctime", "enum cmd CMD_A", "func plain", "config HZ", "typedef time64_t"})
    void whatIsNotKnown(String question) {
        Answer answer = Question.parse(List.of(question), false).on(new Made(false));
        assertEquals(Status.UNKNOWN, answer.status());
        assertEquals(
                question.startsWith("config") ? "configuration not known" : "no BTF: built without", answer.text());
    }

    @Test
    void namesThatMayStandForIt() {
        assertEquals(List.of("__state"), ask("struct inode state", false).names());
        assertEquals(List.of("int __state"), ask("struct inode state", false).similar());
        assertEquals(List.of("i_size_low"), ask("struct inode i_size", false).names());
        assertEquals(List.of(), ask("struct inode i_mtime", false).names());
    }

    @ParameterizedTest
    @CsvSource({
        "struct inode i_ctim, i_ctime",
        "struct inod i_ctime, struct inode",
        "union inode, struct inode",
        "enum cmd CMD_BB, CMD_B",
        "enum cmds, enum cmd",
        "func splitt, func split",
    })
    void namesThatMayBeMeant(String question, String meant) {
        List<String> found = Question.parse(List.of(question), false).meant(TYPES.build());
        assertTrue(found.contains(meant), found::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "struct inode i_ctime",
                "struct inode i_ctime.tv_sec",
                "union bpf_attr",
                "enum cmd CMD_A",
                "func vfs_read",
                "config CONFIG_HZ",
                "typedef ssize_t"
            })
    void isToldAsItIsAsked(String question) {
        assertEquals(
                question,
                Question.parse(List.of(question.split(" ", -1)), false).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "inode i_ctime|but found 'inode i_ctime'",
                "struct|expected a name after 'struct'",
                "struct in-ode x|'in-ode' is not a name in C",
                "struct inode i..x|'' is not a name in C",
                "struct inode 1x|'1x' is not a name in C",
                "struct inode a[x]|'[x]' is not an index such as [0]",
                "struct inode a b|expected nothing after 'struct inode a' but found 'b'",
                "struct inode i_sb->s_id|ask of the type 'i_sb' points to, with 's_id'",
                "func|expected the name of a function after 'func'",
                "func a b|expected nothing after 'func a' but found 'b'",
                "config|expected the name of an option after 'config'",
            })
    void isNoQuestion(String words, String why) {
        BadQuestion problem = assertThrows(BadQuestion.class, () -> Question.parse(List.of(words), false));
        assertTrue(String.valueOf(problem.getMessage()).contains(why), problem::getMessage);
        assertThrows(BadQuestion.class, () -> Question.parse(List.of(" "), false));
    }

    @Test
    void anEnumeratorIsFoundWithItsEnum() {
        assertEquals(List.of("cmd"), EnumeratorSearch.enumsWith(TYPES.build(), "CMD_B"));
        assertEquals(List.of(), EnumeratorSearch.enumsWith(TYPES.build(), "CMD_C"));
    }

    @Test
    void onlyAMissingTypeMayBeInAModule() {
        Question question = Question.parse(List.of("struct nobody x"), false);
        Answer none = question.on(new Made(true));
        assertEquals(Status.UNKNOWN, question.withModulesElsewhere(none).status());
        Question other = Question.parse(List.of("struct inode x"), false);
        Answer absent = other.on(new Made(true));
        assertEquals(absent, other.withModulesElsewhere(absent));
    }
}
