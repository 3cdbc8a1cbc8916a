package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.fixture.EmbeddedObjects;
import dev.relogrid.fixture.RealObjects;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code check} of what objects are inside of: programs, folders, Debian's own packages. */
final class EmbeddedCheckTest {
    private static final String SAMPLES = "src/test/bpf/samples/";
    private static final String KERNEL = "debian/trixie/amd64/6.12.107+deb13-cloud-amd64";
    private static final Path CORPUS = Path.of("target/corpus");

    @TempDir
    private Path folder = Path.of("");

    private static Outcome check(Path what, String... words) {
        List<String> all = new ArrayList<>(List.of("check", what.toString()));
        all.addAll(List.of(words));
        all.addAll(List.of("--kernel", KERNEL, "--archive", ShippedFiles.ARCHIVE.toString()));
        return Outcome.of(all.toArray(String[]::new));
    }

    private static JsonNode objects(Outcome outcome) {
        return new ObjectMapper().readTree(outcome.out()).path("objects");
    }

    private static List<String> names(Outcome outcome) {
        List<String> names = new ArrayList<>();
        objects(outcome).forEach(object -> names.add(object.path("object").asString()));
        return names;
    }

    /** A program with samples in it. */
    private Path agent(String... samples) throws IOException {
        ByteArrayOutputStream program = new ByteArrayOutputStream();
        program.write(Files.readAllBytes(Path.of("/proc/self/exe")), 0, 5001);
        for (String sample : samples) {
            program.write(Files.readAllBytes(Path.of(SAMPLES + sample + ".bpf.o")));
            program.write(0);
        }
        return Files.write(folder.resolve("agent"), program.toByteArray());
    }

    @Test
    void objectsInAProgramAreJudgedAsTheyAreAlone() throws IOException {
        Path agent = agent("task_state", "no_relos");
        Outcome outcome = check(agent, "--format", "json");
        assertEquals(ExitCode.BROKEN, outcome.code());
        assertEquals("", outcome.err());
        assertEquals(2, names(outcome).size());
        assertTrue(names(outcome).stream().allMatch(name -> name.startsWith(agent + "#")), outcome.out());
        JsonNode alone = objects(check(Path.of(SAMPLES + "task_state.bpf.o"), "--format", "json"))
                .path(0);
        JsonNode inside = objects(outcome).path(0);
        assertEquals(alone.path("sha256"), inside.path("sha256"));
        assertEquals(alone.path("kernels"), inside.path("kernels"));
        assertEquals(ExitCode.FINE, check(agent("no_relos")).code());
    }

    @Test
    void theBaselineMayBeInsideOfSomethingToo() throws IOException {
        Path agent = agent("task_state");
        Path before = Files.copy(agent, folder.resolve("before"));
        Outcome outcome = check(agent, "--against", agent.toString());
        assertEquals(ExitCode.FINE, outcome.code(), outcome.out() + outcome.err());
        assertEquals(
                ExitCode.FINE, check(before, "--against", before.toString()).code());
    }

    @Test
    void withoutAnObjectThereIsNoAnswer() throws IOException {
        Path text = Files.writeString(folder.resolve("readme"), "none here");
        check(text).assertNoAnswer(text + ": there is no eBPF object in it; it is neither an ELF file nor an archive");
        check(folder).assertNoAnswer(folder + ": there is no eBPF object in it; it is a folder of 1 file");
        check(agent())
                .assertNoAnswer(
                        folder.resolve("agent") + ": there is no eBPF object in it; it is an ELF file for x86-64");
        check(folder.resolve("missing")).assertNoAnswer(folder.resolve("missing") + ": no such file");
    }

    @Test
    void whatCannotBeLookedIntoLeavesNoAnswer() throws IOException {
        agent("no_relos");
        Path damaged = Files.write(folder.resolve("damaged.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
        Outcome outcome = check(folder);
        assertEquals(ExitCode.NO_ANSWER, outcome.code());
        assertEquals("relogrid: " + damaged + ": expected it whole, found its end too early\n", outcome.err());
        assertTrue(outcome.out().contains("relocates"), outcome.out());
    }

    @Test
    void copiesAreSaidUnlessItIsToBeQuiet() throws IOException {
        Path agent = agent("no_relos", "no_relos");
        assertEquals(
                "relogrid: " + agent + ": 1 more copy of the same object\n",
                check(agent).err());
        assertEquals("", check(agent, "-q").err());
    }

    @Test
    void oneRelocatedFileIsNotWrittenForManyObjects() throws IOException {
        Path agent = agent("task_state", "no_relos");
        Outcome outcome = check(agent, "--emit", folder.resolve("out.o").toString());
        assertEquals(ExitCode.NO_ANSWER, outcome.code());
        assertTrue(outcome.err().contains("--emit takes one object; " + agent + " has 2"), outcome.err());
        assertTrue(Files.notExists(folder.resolve("out.o")));
    }

    @Test
    void aDamagedObjectIsReadAsBefore() throws IOException {
        byte[] object = Files.readAllBytes(Path.of(SAMPLES + "ctime.bpf.o"));
        Path cut = Files.write(folder.resolve("cut.bpf.o"), Arrays.copyOf(object, 300));
        Outcome outcome = check(cut);
        assertEquals(ExitCode.NO_ANSWER, outcome.code());
        assertTrue(outcome.err().contains("cut.bpf.o: ELF section headers at offset 0x0"), outcome.err());
    }

    /** By suite, architecture, package and version. */
    private static List<Path> packages() throws IOException {
        try (Stream<Path> debs = Files.list(CORPUS.resolve("debs"))) {
            return debs.sorted().toList();
        }
    }

    private static Set<String> cutFrom(Path folder) throws IOException {
        Set<String> hashes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                EmbeddedObjects.in(Files.readAllBytes(file)).forEach(object -> hashes.add(RealObjects.sha256(object)));
            }
        }
        return hashes;
    }

    @Test
    void everyObjectOfDebiansPackagesIsJudged() throws IOException {
        int judged = 0;
        for (Path deb : packages()) {
            String name = deb.getFileName().toString();
            Path unpacked = CORPUS.resolve("packages").resolve(name.substring(0, name.length() - ".deb".length()));
            if (Files.isDirectory(unpacked)) {
                Set<String> hashes = new TreeSet<>();
                objects(check(deb, "--format", "json"))
                        .forEach(object -> hashes.add(object.path("sha256").asString()));
                assertEquals(cutFrom(unpacked), hashes, name);
                judged += hashes.size();
            }
        }
        assertTrue(judged >= 50, judged + " objects");
    }

    @Test
    void bpftoolHasNone() throws IOException {
        Path bpftool = packages().stream()
                .filter(deb -> deb.toString().contains("_bpftool_"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("ci/fetch-corpus debs fetches it"));
        Outcome outcome = check(bpftool);
        assertEquals("", outcome.out());
        assertTrue(
                outcome.err()
                        .matches("relogrid: " + Pattern.quote(bpftool.toString())
                                + ": there is no eBPF object in it; it is a Debian package of [0-9]+ files\n"),
                outcome.err());
        assertEquals(ExitCode.NO_ANSWER, outcome.code());
    }
}
