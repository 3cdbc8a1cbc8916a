package dev.relogrid.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.Sha256;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.vm.BootReport.GuestFacts;
import dev.relogrid.vm.BootedProgram.Attached;
import dev.relogrid.vm.BootedProgram.Outcome;
import dev.relogrid.vm.BootedProgram.VerifierCost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence comes back as it was put, whoever else writes, and whatever happened to its files. */
final class EvidenceStoreTest {
    private static final String KERNEL = "debian/trixie/amd64/6.12.107+deb13-cloud-amd64";
    private static final GuestFacts GUEST =
            new GuestFacts("6.12", "#1 SMP", "1.7", "tcg", "7.2.22", 973, List.of("nf_conntrack"));
    private static final BootObject OBJECT = BootObject.of("a.bpf.o", new byte[] {1, 2, 3});

    @TempDir
    private Path dir = Path.of("");

    private EvidenceStore store() {
        return new EvidenceStore(dir);
    }

    private static BootedObject booted(BootEnd fault, String log) {
        GuestLog verifier = new GuestLog(log.length() + 1000L, log, "tail \u00e9");
        BootedProgram rejected = new BootedProgram(
                "p",
                "kprobe/x",
                Outcome.REJECTED,
                GuestStage.PROG_LOAD,
                22,
                "no",
                7,
                new VerifierCost(5, 1_000_000, 1, 1, "16+32", 120),
                null,
                verifier,
                new GuestLog(3, "abc", ""));
        BootedProgram loaded = new BootedProgram(
                "q", "xdp", Outcome.LOADED, GuestStage.DONE, 0, "", 9, null, new Attached(0, ""), null, null);
        return new BootedObject(
                "a.bpf.o",
                Sha256.of(OBJECT.bytes()),
                0,
                "",
                List.of(new BootedObject.FixedMap("m", 1, 0)),
                List.of(rejected, loaded),
                fault);
    }

    private static BootReport report(BootedObject object) {
        return new BootReport(KERNEL, GUEST, List.of(object), List.of());
    }

    private void put(BootedObject object, BootObject asked) {
        store().put(report(object), Map.of("a.bpf.o", asked));
    }

    private EvidenceListing find() {
        return store().find(Sha256.of(OBJECT.bytes()), KERNEL);
    }

    @Test
    void comesBackAsItWasPut() {
        BootedObject object = booted(BootEnd.DONE, "first lines\n");
        put(object, OBJECT);
        EvidenceListing listing = find();
        assertEquals(List.of(), listing.damaged());
        Evidence evidence = listing.found().getFirst();
        assertEquals(KERNEL, evidence.kernel());
        assertEquals(GUEST, evidence.guest());
        assertEquals(object, store().withLogs(evidence).object());
        assertEquals(1, store().all().found().size());
        assertEquals(
                0,
                store().find(Sha256.of(OBJECT.bytes()), "debian/trixie/amd64/6.12")
                        .found()
                        .size());
        assertEquals(0, store().find("../" + "0".repeat(61), KERNEL).found().size());
    }

    @Test
    void everySettingHasItsCell() {
        put(booted(BootEnd.DONE, "a"), OBJECT);
        put(booted(BootEnd.DONE, "b"), new BootObject("a.bpf.o", OBJECT.bytes(), Map.of("x", "1"), Map.of("p", false)));
        List<Evidence> found = find().found();
        assertEquals(2, found.size());
        assertTrue(found.stream()
                .anyMatch(e ->
                        e.presets().equals(Map.of("x", "1")) && e.autoload().equals(Map.of("p", false))));
        for (Evidence evidence : found) {
            String log =
                    store().withLogs(evidence).object().programs().getFirst().toString();
            assertTrue(log.contains(evidence.presets().isEmpty() ? "head=a" : "head=b"), log);
        }
    }

    @Test
    void theLastStaysAndNothingElse() throws IOException {
        for (int i = 0; i < 5; i++) {
            put(booted(BootEnd.DONE, "log " + i), OBJECT);
        }
        assertTrue(store().withLogs(find().found().getFirst()).toString().contains("log 4"));
        try (Stream<Path> files = Files.walk(dir)) {
            assertEquals(3, files.filter(Files::isRegularFile).count(), "the file, its logs, the lock");
        }
    }

    @Test
    void aDeadGuestTakesNoPlace() {
        put(booted(BootEnd.PANIC, "dead"), OBJECT);
        assertEquals(BootEnd.PANIC, find().found().getFirst().object().fault());
        put(booted(BootEnd.DONE, "well"), OBJECT);
        put(booted(BootEnd.PANIC, "dead again"), OBJECT);
        assertEquals(BootEnd.DONE, find().found().getFirst().object().fault());
    }

    @Test
    void whatNoGuestSaidIsNotEvidence() {
        store().put(
                        new BootReport(KERNEL, null, List.of(booted(BootEnd.NOT_BOOTED, "")), List.of()),
                        Map.of("a.bpf.o", OBJECT));
        assertEquals(List.of(), store().all().found());
    }

    /** Readers meanwhile find one of the two, whole. */
    @Test
    void twoRunsOfTheSameCell() throws Exception {
        put(booted(BootEnd.DONE, "start"), OBJECT);
        List<Thread> writers = new ArrayList<>();
        for (String name : List.of("one", "two")) {
            writers.add(new Thread(() -> {
                for (int i = 0; i < 60; i++) {
                    put(booted(BootEnd.DONE, name.repeat(i * 50)), OBJECT);
                }
            }));
        }
        writers.forEach(Thread::start);
        int read = 0;
        while (writers.stream().anyMatch(Thread::isAlive)) {
            EvidenceListing listing = find();
            assertEquals(List.of(), listing.damaged());
            assertEquals(1, listing.found().size());
            read++;
        }
        assertTrue(read > 0);
        assertEquals(
                2,
                store().withLogs(find().found().getFirst()).object().programs().size());
    }

    @Test
    void damagedFilesAreNamedAndPassedOver() throws IOException {
        put(booted(BootEnd.DONE, "a"), OBJECT);
        put(booted(BootEnd.DONE, "b"), new BootObject("a.bpf.o", OBJECT.bytes(), Map.of("x", "1"), Map.of()));
        Path file = json();
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(3);
        int damaged = 0;
        for (int round = 0; round < 1500; round++) {
            byte[] bytes =
                    round % 3 == 0 ? java.util.Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int i = random.nextInt(3); i >= 0 && bytes.length > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, bytes);
            EvidenceListing listing = find();
            assertTrue(!listing.found().isEmpty());
            damaged += listing.damaged().size();
            for (EvidenceListing.Damaged one : listing.damaged()) {
                assertEquals(file, one.file());
            }
        }
        assertTrue(damaged > 500, "damaged: " + damaged);
        put(booted(BootEnd.DONE, "a"), OBJECT);
        put(booted(BootEnd.DONE, "b"), new BootObject("a.bpf.o", OBJECT.bytes(), Map.of("x", "1"), Map.of()));
        assertEquals(2, find().found().size());
    }

    @Test
    void damagedLogs() throws IOException {
        put(booted(BootEnd.DONE, "a".repeat(5000)), OBJECT);
        Evidence evidence = find().found().getFirst();
        Path logs;
        try (Stream<Path> files = Files.walk(dir)) {
            logs = files.filter(file -> file.toString().endsWith(".log.zst"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.write(logs, new byte[] {1, 2, 3});
        assertThrows(MalformedInput.class, () -> store().withLogs(evidence));
        Files.delete(logs);
        assertThrows(MalformedInput.class, () -> store().withLogs(evidence));
    }

    private Path json() throws IOException {
        try (Stream<Path> files = Files.walk(dir)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }
}
