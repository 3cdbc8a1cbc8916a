package dev.relogrid.engine.advice;

import static dev.relogrid.fixture.BtfBuilder.enumerator;
import static dev.relogrid.fixture.BtfBuilder.member;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.advice.ArchivedKernels.Archived;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.core.AccessSpec;
import dev.relogrid.engine.core.ReloKind;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.KernelSymbols;
import dev.relogrid.fixture.BtfBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is suggested for what a kernel lacks, and how sure it is said to be. */
final class NearestMatchTest {
    private static final Archived OLD = ArchivedKernels.newest().getFirst();

    private static final Archived NEW = ArchivedKernels.newest().getLast();

    private static String text(List<Suggestion> suggestions) {
        List<String> lines = new ArrayList<>();
        for (Suggestion one : suggestions) {
            lines.add(one.path() + (one.type().isEmpty() ? "" : " : " + one.type()) + " / "
                    + one.grade().word() + " / " + String.join("; ", one.reasons()));
        }
        return String.join("\n", lines);
    }

    private static AccessSpec access(Archived kernel, String type, String path) {
        return Objects.requireNonNull(Accesses.cutDown(kernel.btf(), type, path));
    }

    @Test
    void theTableComesFirst() {
        AccessSpec local = access(OLD, "struct inode", "i_ctime.tv_sec");
        Suggestion first = NearestMatch.forField(local, 1, NEW.btf()).getFirst();
        assertEquals(
                "i_ctime_sec : time64_t / known rename / integers instead of a timespec64, for its padding, since 6.11"
                        + " (3aa63a569c64)",
                text(List.of(first)));
        assertEquals(2, first.steps());
    }

    @Test
    void whatIsGoneHasNoPathAndNothingElseIsSuggested() {
        AccessSpec local = access(OLD, "struct mm_struct", "mmap");
        List<Suggestion> all = NearestMatch.forField(local, 1, NEW.btf(), OLD.btf());
        assertEquals(" / known rename / mappings are in a maple tree, mm_mt, since 6.1 (763ecb035029)", text(all));
    }

    @Test
    void aWholeStructIsToldWhereItsPartsAre() {
        AccessSpec local = access(OLD, "struct inode", "i_ctime");
        List<Suggestion> all = NearestMatch.forField(local, 1, NEW.btf());
        assertEquals(
                List.of("i_ctime_sec", "i_ctime_nsec"),
                all.stream().map(Suggestion::path).limit(2).toList());
        assertTrue(all.getFirst().reasons().getFirst().endsWith("; it is one part of several"));
        assertEquals("", FixSnippet.field(local, all));
    }

    @Test
    void aTypeThatIsGoneLeadsToWhereItsFieldsAre() {
        AccessSpec local = access(OLD, "struct hd_struct", "start_sect");
        Suggestion first = NearestMatch.forField(local, 0, NEW.btf()).getFirst();
        assertEquals("struct block_device.bd_start_sect", first.path());
    }

    /** One struct with members of one type, in that order. */
    private static int struct(BtfBuilder types, String name, String... members) {
        int number = types.integer("int", 4, BtfBuilder.SIGNED);
        List<BtfBuilder.Member> all = new ArrayList<>();
        for (String member : members) {
            all.add(member(member, number, 4 * all.size()));
        }
        return types.struct(name, 4 * members.length, all.toArray(BtfBuilder.Member[]::new));
    }

    private static List<Suggestion> search(BtfBuilder local, String access, BtfBuilder target) {
        int struct = 2;
        AccessSpec spec = Accesses.spec(local, ReloKind.FIELD_BYTE_OFFSET, struct, access);
        return new FieldMatch(spec, target.build(), null, Renames.NONE).suggestions(1);
    }

    @Test
    void neighboursCountWhereTheObjectHasTheWholeStruct() {
        BtfBuilder local = new BtfBuilder();
        struct(local, "foo", "a", "b", "lost_one", "c", "d");
        BtfBuilder target = new BtfBuilder();
        struct(target, "foo", "a", "b", "_lost_one", "c", "d");
        assertEquals(
                "_lost_one : int / very likely / the same name without underscores around it; "
                        + "in the same place between b and c; at the same offset",
                text(search(local, "0:2", target)));
    }

    @Test
    void neighboursDoNotCountWhereItHasOnlyWhatItReads() {
        BtfBuilder local = new BtfBuilder();
        struct(local, "foo", "b", "lost_one", "c");
        BtfBuilder target = new BtfBuilder();
        struct(target, "foo", "a", "b", "_lost_one", "c", "d", "e", "f");
        assertEquals(
                "_lost_one : int / similar name only / the same name without underscores around it",
                text(search(local, "0:1", target)));
    }

    @Test
    void twoThatAreAsGoodAreNotSure() {
        BtfBuilder local = new BtfBuilder();
        struct(local, "foo", "a", "b", "lost_one", "c", "d");
        BtfBuilder target = new BtfBuilder();
        struct(target, "foo", "a", "b", "_lost_one", "__lost_one", "c", "d");
        for (Suggestion suggestion : search(local, "0:2", target)) {
            assertEquals(Grade.SIMILAR_NAME_ONLY, suggestion.grade());
        }
    }

    @Test
    void whatWasThereBeforeIsNoSuccessor() {
        BtfBuilder local = new BtfBuilder();
        struct(local, "foo", "a", "_lost", "lost", "c", "d");
        BtfBuilder target = new BtfBuilder();
        struct(target, "foo", "a", "_lost", "c", "d");
        for (Suggestion suggestion : search(local, "0:2", target)) {
            assertEquals(Grade.SIMILAR_NAME_ONLY, suggestion.grade());
        }
    }

    @Test
    void nothingIsLikeIt() {
        BtfBuilder local = new BtfBuilder();
        struct(local, "foo", "lost");
        BtfBuilder target = new BtfBuilder();
        struct(target, "foo", "first", "second");
        assertEquals("", text(search(local, "0:0", target)));
        BtfBuilder other = new BtfBuilder();
        struct(other, "bar", "first");
        assertEquals("", text(search(local, "0:0", other)));
    }

    @Test
    void anEnumeratorOfTheSameValueAndWords() {
        BtfBuilder local = new BtfBuilder();
        int colour = local.enumeration("colour", 4, false, enumerator("RED_COLOUR", 3), enumerator("BLUE", 4));
        AccessSpec spec = Accesses.spec(local, ReloKind.ENUMVAL_VALUE, colour, "0");
        BtfBuilder target = new BtfBuilder();
        target.enumeration(
                "colour", 4, false, enumerator("BLUE", 4), enumerator("COLOUR_RED", 3), enumerator("RED_2", 5));
        assertEquals(
                "COLOUR_RED : enum colour / very likely / the same words in its name; the same value 3\n"
                        + "RED_2 : enum colour / similar name only / a similar name",
                text(NearestMatch.forEnumValue(spec, target.build())));
    }

    @Test
    void anEnumeratorOfTheTable() {
        BtfBuilder local = new BtfBuilder();
        int flags = local.enumeration("req_flag_bits___old", 4, false, enumerator("__REQ_HIPRI", 24));
        AccessSpec spec = Accesses.spec(local, ReloKind.ENUMVAL_EXISTS, flags, "0");
        Suggestion first = NearestMatch.forEnumValue(spec, NEW.btf()).getFirst();
        assertEquals("__REQ_POLLED", first.path());
        assertEquals(Grade.KNOWN_RENAME, first.grade());
    }

    @Test
    void aFlavourNeedsThreeUnderscores() {
        assertEquals(
                "struct task_struct___5_14 : struct task_struct / very likely / a flavour begins with three underscores,"
                        + " this one with 2; there is a struct task_struct",
                text(NearestMatch.forType(BtfKind.STRUCT, "task_struct__5_14", NEW.btf())));
        assertTrue(text(NearestMatch.forType(BtfKind.STRUCT, "task_struct____x", NEW.btf()))
                .startsWith("struct task_struct___x : struct task_struct / very likely"));
        assertEquals("", text(NearestMatch.forType(BtfKind.STRUCT, "event__mine", NEW.btf())));
    }

    @Test
    void aTypeThatWasRenamedAndOneOfAnotherKind() {
        assertTrue(text(NearestMatch.forType(BtfKind.STRUCT, "hd_struct___x", NEW.btf()))
                .startsWith("struct block_device : struct block_device / known rename / partitions are block devices"));
        assertEquals(
                "struct inode : struct inode / similar name only / the same name, but a struct",
                text(NearestMatch.forType(BtfKind.UNION, "inode", NEW.btf())));
    }

    /** A kernel of which only function names are known. */
    private record Names(Map<String, String> types, List<String> split) implements Kernel, KernelSymbols {
        @Override
        public String id() {
            return "names";
        }

        @Override
        public Btf vmlinux() {
            return new BtfBuilder().build();
        }

        @Override
        public List<NamedBtf> modules() {
            return List.of();
        }

        @Override
        public KernelSymbols symbols() {
            return this;
        }

        @Override
        public String types(String name) {
            return types.getOrDefault(name, "");
        }

        @Override
        public List<String> variants(String function) {
            return split.stream()
                    .filter(name -> name.startsWith(function + "."))
                    .toList();
        }
    }

    @Test
    void aFunctionTheCompilerChanged() {
        Kernel kernel = new Names(Map.of(), List.of("finish_task_switch.isra.0", "vfs_open.cold", "vfs_open.part.0"));
        assertEquals(
                "finish_task_switch.isra.0 / very likely / the compiler's name for it; "
                        + "all of the function, with parameters changed or left out",
                text(NearestMatch.forFunction("finish_task_switch", kernel)));
        assertEquals(
                "vfs_open.cold / similar name only / a part of it that the compiler split off\n"
                        + "vfs_open.part.0 / similar name only / a part of it that the compiler split off",
                text(NearestMatch.forFunction("vfs_open", kernel)));
    }

    @Test
    void aFunctionOfTheTableThroughTwoChanges() {
        Kernel kernel = new Names(Map.of("sk_skb_reason_drop", "T", "__sys_open", "T"), List.of());
        assertEquals(
                "sk_skb_reason_drop / known rename / takes the socket, too; the old one is inlined, since 6.11"
                        + " (ba8de796baf4)",
                text(NearestMatch.forFunction("kfree_skb", kernel)));
    }

    @Test
    void aSystemCallUnderItsOtherNames() {
        Kernel kernel = new Names(Map.of("__x64_sys_openat", "T", "do_openat", "t", "_openat", "T"), List.of());
        assertEquals(
                "_openat / similar name only / a similar name\ndo_openat / similar name only / a similar name\n"
                        + "__x64_sys_openat / similar name only / a similar name",
                text(NearestMatch.forFunction("sys_openat", kernel)));
    }
}
