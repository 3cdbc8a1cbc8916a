package dev.relogrid.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.vm.BootReport.Boot;
import dev.relogrid.vm.BootedProgram.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guests that die in every way, on purpose: told apart, never held against an object, and nothing is left of them. */
final class GuestFaultsTest {
    private static final BootKernel KERNEL = Rig.kernel("bookworm", "amd64");

    @TempDir
    private Path dir = Path.of("");

    @AfterEach
    void nothingIsLeft() throws Exception {
        assertEquals(List.of(), List.copyOf(Living.all()));
        long ours = ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").contains("qemu"))
                .count();
        assertEquals(0, ours);
        assertEquals(List.of(), Leftovers.open());
    }

    /** The first guest dies before any object, the second does all. */
    @ParameterizedTest
    @CsvSource({"1, PANIC", "2, HANG", "10, OUT_OF_MEMORY"})
    void goesOnInAFreshBoot(int selftest, BootEnd end) throws Exception {
        List<BootObject> objects = List.of(Rig.sample("ctime"));
        BootReport report = Rig.faulty(selftest, 1).run(KERNEL, objects, BootListener.NONE);

        List<BootEnd> ends = report.boots().stream().map(Boot::end).toList();
        assertEquals(List.of(end, BootEnd.DONE), ends, report.toString());
        assertAllLoad(report);
    }

    /** One boot each: nothing is asked of them. */
    @ParameterizedTest
    @CsvSource({"3, PANIC", "6, GARBLED", "7, OOPS", "8, GARBLED"})
    void toldApart(int selftest, BootEnd end) {
        BootReport report = Rig.faulty(selftest, 1).run(KERNEL, List.of(), BootListener.NONE);
        assertEquals(List.of(end), report.boots().stream().map(Boot::end).toList(), report.toString());
    }

    private static void assertAllLoad(BootReport report) {
        for (BootedObject object : report.objects()) {
            assertEquals(BootEnd.DONE, object.fault());
            assertFalse(object.programs().isEmpty());
            for (BootedProgram program : object.programs()) {
                assertEquals(Outcome.LOADED, program.outcome(), program.toString());
            }
        }
    }

    /** An object that is under way at two deaths is marked, and the batch goes on behind it. */
    @Test
    void theSecondDeathIsSaid() throws Exception {
        List<BootObject> objects = List.of(Rig.sample("ctime"), Rig.sample("ctime_fixed"));
        BootReport report = Rig.faulty(1, 2).run(KERNEL, objects, BootListener.NONE);

        assertEquals(
                List.of(BootEnd.PANIC, BootEnd.PANIC, BootEnd.DONE),
                report.boots().stream().map(Boot::end).toList());
        assertEquals(
                List.of(BootEnd.PANIC, BootEnd.DONE),
                report.objects().stream().map(BootedObject::fault).toList());
        assertTrue(report.objects().getFirst().programs().isEmpty());
        assertTrue(report.boots().getFirst().consoleTail().contains("Kernel panic"));
    }

    /** A worker that takes all memory is ended by the kernel; the guest lives. */
    @Test
    void memoryHogInAWorker() throws Exception {
        BootReport report = Rig.faulty(4, 1).run(KERNEL, List.of(Rig.sample("ctime")), BootListener.NONE);
        assertEquals(
                List.of(BootEnd.DONE), report.boots().stream().map(Boot::end).toList());
        assertAllLoad(report);
    }

    /** What a guest said before it was killed from outside is known, and only the rest is asked again. */
    @Test
    void killedHalfWay() throws Exception {
        List<BootObject> objects = new ArrayList<>(List.of(Rig.sample("ctime")));
        for (String tool : List.of("hardirqs", "biolatency", "tcpconnect", "opensnoop", "tcplife", "fsdist")) {
            objects.add(Rig.real("bookworm_amd64_libbpf-tools_0.26.0+ds-1-" + tool));
        }
        boolean[] killed = new boolean[1];
        BootListener killer = new BootListener() {
            @Override
            public void program(String kernel, String object, BootedProgram program) {
                if (!killed[0] && object.equals(objects.get(1).name())) {
                    killed[0] = true;
                    Living.all().forEach(Process::destroyForcibly);
                }
            }
        };
        BootReport report = Rig.boots().run(KERNEL, objects, killer);

        assertEquals(BootEnd.QEMU_DIED, report.boots().getFirst().end());
        List<Boot> later = report.boots().subList(1, report.boots().size());
        assertTrue(later.stream().allMatch(boot -> boot.end() == BootEnd.DONE), () -> later.toString());
        for (BootedObject object : report.objects()) {
            assertEquals(BootEnd.DONE, object.fault());
            assertTrue(object.programs().stream().noneMatch(program -> program.outcome() == Outcome.INFRA));
        }
        int all = report.objects().stream()
                .mapToInt(object -> object.programs().size())
                .sum();
        assertTrue(later.stream().mapToInt(Boot::programs).sum() < all, "the first is not asked again");
    }

    @Test
    void notAnImage() throws Exception {
        Path image = Files.write(dir.resolve("vmlinux"), new byte[100_000]);
        assertNeverBoots(image);
    }

    @Test
    void damagedImage() throws Exception {
        byte[] bytes = Files.readAllBytes(KERNEL.image());
        byte[] noise = new byte[bytes.length / 2];
        new Random(5).nextBytes(noise);
        System.arraycopy(noise, 0, bytes, bytes.length / 4, noise.length);
        assertNeverBoots(Files.write(dir.resolve("vmlinuz"), bytes));
    }

    @Test
    void imageCutShort() throws Exception {
        byte[] bytes = Files.readAllBytes(KERNEL.image());
        assertNeverBoots(Files.write(dir.resolve("vmlinuz"), Arrays.copyOf(bytes, bytes.length / 3)));
    }

    private static void assertNeverBoots(Path image) throws Exception {
        BootOptions options = Rig.options().withLimits(Duration.ofSeconds(3), Duration.ofSeconds(2));
        BootReport report = Boots.open(Rig.GUESTS, options)
                .run(Rig.withImage(KERNEL, image), List.of(Rig.sample("ctime")), BootListener.NONE);

        assertEquals(
                List.of(BootEnd.NOT_BOOTED, BootEnd.NOT_BOOTED),
                report.boots().stream().map(Boot::end).toList(),
                report.toString());
        assertTrue(report.guest() == null, "a guest");
        assertEquals(BootEnd.NOT_BOOTED, report.objects().getFirst().fault());
        assertTrue(report.objects().getFirst().programs().isEmpty());
    }
}
