package dev.relogrid.cli;

import static dev.relogrid.cli.BootableCorpus.BOOKWORM;
import static dev.relogrid.cli.BootableCorpus.BULLSEYE;
import static dev.relogrid.cli.BootableCorpus.sample;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.KernelId;
import dev.relogrid.archive.images.KernelImages;
import dev.relogrid.archive.images.StoredImage;
import dev.relogrid.cli.BootableCorpus.Run;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.fixture.ObjectBuilder;
import dev.relogrid.fixture.RealObjects;
import dev.relogrid.vm.ModulesFor;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code relogrid boot} from the outside, on real kernels in QEMU. */
final class BootCommandTest {
    @TempDir
    private Path dir = Path.of("");

    @Test
    void aKernelSaysWhatItTakesAndWhatNot() throws IOException {
        BootableCorpus corpus = new BootableCorpus(dir).with(BULLSEYE);
        Path logs = dir.resolve("logs");
        Run run = corpus.boot(
                "boot",
                sample("guarded"),
                sample("helper_not_allowed"),
                "--kernel",
                BULLSEYE,
                "--cost",
                "--logs",
                logs.toString());
        assertEquals(1, run.code(), run.err());
        assertTrue(
                run.out().startsWith("2 objects booted on 1 kernel: 1 loads, 1 is refused\n"),
                () -> run.out() + run.err());
        assertTrue(run.out().contains("\n  guarded.bpf.o             loads\n"), run.out());
        assertTrue(run.out().contains("    the verifier (prog_load, EINVAL); 1 program on 1 kernel\n"), run.out());
        assertTrue(run.out().contains("instructions the verifier processed"), run.out());
        assertTrue(run.out().contains("  1 boot, "), run.out());
        assertTrue(run.err().contains("[1/1] " + BULLSEYE + ": "), run.err());
        try (Stream<Path> files = Files.walk(logs)) {
            assertEquals(
                    1,
                    files.filter(file -> file.toString().endsWith(".verifier.log"))
                            .count());
        }

        Run json = corpus.boot("boot", sample("guarded"), "--kernel", BULLSEYE, "--format", "json", "--attach");
        assertEquals(0, json.code(), json.err());
        assertTrue(json.out().contains("\"verdict\":\"loads\""), json.out());
        assertTrue(json.out().contains("\"attachErrno\":"), json.out());
        assertTrue(json.out().contains("\"untilVerdictMs\":"), json.out());
    }

    /** What a module has is there only when the module is, and it is found by what the object wants. */
    @Test
    void modulesAreInsertedForThoseWhoNeedThem() throws IOException {
        Insn zero = new Insn(0xb7, 0, 0, 0, 0);
        Path veth = Files.write(
                dir.resolve("veth.bpf.o"),
                new ObjectBuilder()
                        .program("fentry/veth_xmit", "on_xmit", zero, ObjectBuilder.EXIT)
                        .bytes(ByteOrder.LITTLE_ENDIAN));
        BootableCorpus corpus = new BootableCorpus(dir).with(BOOKWORM);
        Run with = corpus.boot("boot", veth.toString(), "--kernel", BOOKWORM);
        assertEquals(0, with.code(), () -> with.out() + with.err());

        Run without = corpus.boot("boot", veth.toString(), "--kernel", BOOKWORM, "--modules", "none");
        assertEquals(1, without.code(), () -> without.out() + without.err());
        assertTrue(without.out().contains("failed to find kernel BTF type ID of"), without.out());

        Run unknown = corpus.boot("boot", sample("guarded"), "--kernel", BOOKWORM, "--modules", "nosuch");
        assertEquals(2, unknown.code());
        assertTrue(unknown.out().contains("has no module 'nosuch'"), unknown.out());
    }

    /** Every object there is, whatever it wants: looking for modules is no reason to fail. */
    @Test
    void modulesAreLookedForWhateverAnObjectWants() throws IOException {
        new BootableCorpus(dir).with(BOOKWORM).with(BULLSEYE);
        KernelImages images = KernelImages.open(dir.resolve("images"));
        List<BpfObject> objects = new ArrayList<>();
        for (Path file : RealObjects.all()) {
            try {
                objects.add(
                        BpfObject.parse(Bytes.of(file.toString(), Files.readAllBytes(file), ByteOrder.LITTLE_ENDIAN)));
            } catch (MalformedInput e) {
                assertTrue(String.valueOf(e.getMessage()).length() > 20, e::getMessage);
            }
        }
        ModulesFor wanted = new ModulesFor(objects);
        Archive archive = Archive.open(Path.of("btf-archive"));
        for (String id : List.of(BOOKWORM, BULLSEYE)) {
            StoredImage image = Objects.requireNonNull(images.find(KernelId.of(id)));
            List<String> names = wanted.on(archive.kernel(id), image);
            assertTrue(image.modules().keySet().containsAll(names), names::toString);
            assertTrue(wanted.on(null, image).size() >= names.size());
        }
    }

    @Test
    void whatCannotBeBootedIsNamedWithTheReason() {
        BootableCorpus corpus = new BootableCorpus(dir);
        Run run = corpus.boot("boot", sample("guarded"), "--kernel", BULLSEYE, "--kernel", "sid/s390x");
        assertEquals(2, run.code());
        assertTrue(run.out().startsWith("nothing was booted\n"), run.out());
        assertTrue(
                run.out()
                        .contains("not booted: " + BULLSEYE + ": its image is not there: 'relogrid archive fetch-image "
                                + BULLSEYE + "' gets it\n"),
                run.out());
        assertTrue(run.out().contains("only amd64 and arm64 kernels can be booted, and debian/sid/s390x/"), run.out());
        assertEquals("", run.err());
    }

    @Test
    void aDamagedImageIsNotBooted() throws IOException {
        BootableCorpus corpus = new BootableCorpus(dir).with(BULLSEYE);
        Path image = corpus.images().resolve(BULLSEYE).resolve("vmlinux");
        byte[] bytes = Files.readAllBytes(image);
        bytes[bytes.length / 2] ^= 1;
        Files.write(image, bytes);
        Run run = corpus.boot("boot", sample("guarded"), "--kernel", BULLSEYE);
        assertEquals(2, run.code());
        assertTrue(run.out().contains("its image is damaged, its vmlinux is not what was written there"), run.out());
    }

    @Test
    void wrongUsageBootsNothing() {
        BootableCorpus corpus = new BootableCorpus(dir);
        for (List<String> words : List.of(
                List.of("boot", sample("guarded")),
                List.of("boot", "nosuch.o", "--kernel", BULLSEYE),
                List.of("boot", sample("guarded"), "--kernel", BULLSEYE, "--memory", "1"),
                List.of("boot", sample("guarded"), "--kernel", BULLSEYE, "--set", "nosuch=1"),
                List.of("boot", sample("guarded"), "--kernel", "nosuchkernel"))) {
            Run run = corpus.boot(words.toArray(String[]::new));
            assertEquals(2, run.code(), run.out());
            assertTrue(run.err().startsWith("relogrid: "), run.err());
            assertFalse(run.err().contains("a bug of ours"), run.err());
        }
        assertTrue(Files.notExists(corpus.evidence()));
    }

    @Test
    void aCheckIsProvenOnItsMostTellingKernels() {
        BootableCorpus corpus = new BootableCorpus(dir).with(BULLSEYE).with(BOOKWORM);
        Run run = corpus.boot(
                "check", sample("helper_unguarded"), "--kernel", BULLSEYE, "--kernel", BOOKWORM, "--boot", "2");
        assertTrue(run.out().contains("  booted 2 kernels\n"), () -> run.out() + run.err());
        assertTrue(run.out().contains("as said: "), run.out());
        assertFalse(run.out().contains("DISAGREES"), run.out());

        Run json = corpus.boot(
                "check", sample("helper_unguarded"), "--kernel", BULLSEYE, "--boot", "1", "--format", "json");
        assertTrue(json.out().contains("\"booted\":[{\"kernel\":\"" + BULLSEYE + "\",\"verdict\":"), json.out());
        assertTrue(json.out().contains("\"agreed\":true,\"disagreements\":[]"), json.out());

        Run none = corpus.boot("check", sample("guarded"), "--kernel", "sid/s390x", "--boot", "1");
        assertEquals(1, none.code(), "it breaks there");
        assertTrue(none.err().contains("only amd64 and arm64 kernels can be booted"), none.err());
        assertTrue(none.err().contains("nothing was booted"), none.err());
    }
}
