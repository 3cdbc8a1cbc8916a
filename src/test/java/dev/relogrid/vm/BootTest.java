package dev.relogrid.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.vm.BootReport.GuestFacts;
import dev.relogrid.vm.BootedProgram.Outcome;
import dev.relogrid.vm.BootedProgram.VerifierCost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Real kernels, real objects, from the start of QEMU to the verdicts. */
final class BootTest {
    private static final BootKernel BOOKWORM = Rig.kernel("bookworm", "amd64");

    @Test
    void twoRealObjectsOnBookworm() throws Exception {
        BootObject fits = Rig.real("bookworm_amd64_libbpf-tools_0.26.0+ds-1-cpudist");
        BootObject fails = Rig.real("sid_arm64_libbpf-tools_0.37.0+ds-8-tcpconnlat");
        List<String> heard = new ArrayList<>();
        BootListener listener = new BootListener() {
            @Override
            public void program(String kernel, String object, BootedProgram program) {
                heard.add(program.name());
            }
        };
        long start = System.nanoTime();
        BootReport report = Rig.boots().run(BOOKWORM, List.of(fits, fails), listener);
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        assertTrue(took.toSeconds() < 60, "took " + took);
        assertEquals(
                List.of(BootEnd.DONE),
                report.boots().stream().map(BootReport.Boot::end).toList());
        assertGuest(Objects.requireNonNull(report.guest()));
        assertEquals(
                List.of(fits.name(), fails.name()),
                report.objects().stream().map(BootedObject::name).toList());
        BootedProgram loaded = program(report.objects().get(0), "sched_switch_btf");
        assertEquals(Outcome.LOADED, loaded.outcome());
        VerifierCost cost = Objects.requireNonNull(loaded.cost());
        assertTrue(cost.insnsProcessed() > 100 && cost.limit() == 1_000_000, cost.toString());
        assertTrue(loaded.verifierLog() == null, "a log of what loaded");
        assertPoisoned(program(report.objects().get(1), "tcp_v4_connect"));
        assertEquals(heard.size(), report.boots().getFirst().programs());
    }

    private static void assertGuest(GuestFacts guest) {
        assertEquals(BOOKWORM.release(), guest.release());
        assertEquals("tcg", guest.accelerator());
        assertTrue(guest.libbpf().startsWith("1."), guest.libbpf());
        assertTrue(guest.qemu().matches("[0-9.]+.*"), guest.qemu());
        assertTrue(guest.memoryMiB() > 300 && guest.memoryMiB() < 384, guest.toString());
    }

    /** Built for another architecture, it reads registers this kernel has not: libbpf poisoned the access. */
    private static void assertPoisoned(BootedProgram program) {
        assertEquals(Outcome.REJECTED, program.outcome());
        assertEquals(GuestStage.PROG_LOAD, program.stage());
        assertEquals(22, program.errno());
        assertEquals("invalid func unknown#195896080", program.reason());
        GuestLog log = Objects.requireNonNull(program.verifierLog());
        assertTrue(log.isWhole());
        assertTrue(log.text().contains("invalid func unknown#195896080"), log.text());
    }

    @Test
    void whatTheLoaderSetsIsSet() throws Exception {
        BootObject plain = Rig.sample("rodata_switch");
        BootObject set = new BootObject("set", plain.bytes(), Map.of("use_new_name", "true"), Map.of());
        BootObject off = new BootObject("off", plain.bytes(), Map.of(), Map.of("on_switch", false));
        BootObject wrong = new BootObject("wrong", plain.bytes(), Map.of("no_such_name", "1"), Map.of());
        BootReport report = Rig.boots().run(BOOKWORM, List.of(plain, set, off, wrong), BootListener.NONE);

        List<BootedObject> objects = report.objects();
        assertEquals(Outcome.REJECTED, program(objects.get(0), "on_switch").outcome());
        assertEquals(Outcome.LOADED, program(objects.get(1), "on_switch").outcome());
        assertEquals(List.of(), objects.get(2).programs());
        assertEquals(BootEnd.DONE, objects.get(2).fault());
        assertEquals(22, objects.get(3).openErrno());
        assertTrue(
                objects.get(3).openSaid().contains("no_such_name"),
                objects.get(3).openSaid());
    }

    @Test
    void attachedWhereTheGuestCan() throws Exception {
        Boots boots = Boots.open(Rig.GUESTS, Rig.options().withAttach(true));
        BootReport report =
                boots.run(BOOKWORM, List.of(Rig.sample("ctime"), Rig.sample("ctime_fixed")), BootListener.NONE);

        assertEquals(BootEnd.DONE, report.boots().getLast().end());
        for (BootedObject object : report.objects()) {
            for (BootedProgram program : object.programs()) {
                assertEquals(program.outcome() == Outcome.LOADED, program.attached() != null, program.toString());
            }
        }
        assertEquals(
                0,
                Objects.requireNonNull(
                                program(report.objects().getFirst(), "on_open").attached())
                        .errno());
    }

    @Test
    void kernelWithoutTypesAndWithoutSerialPort() throws Exception {
        Launch.Trial bare = new Launch.Trial() {
            @Override
            public Map<String, String> conf(int boot) {
                return Map.of("nobtf", "1");
            }

            @Override
            public String kernelWords() {
                return " 8250.nr_uarts=0 console=tty0";
            }
        };
        BootReport report = Rig.boots().with(bare).run(BOOKWORM, List.of(Rig.sample("ctime")), BootListener.NONE);

        assertEquals(
                List.of(BootEnd.DONE),
                report.boots().stream().map(BootReport.Boot::end).toList());
        BootedProgram program = program(report.objects().getFirst(), "on_open");
        assertEquals(Outcome.LIBBPF_FAILED, program.outcome());
        assertEquals(GuestStage.VMLINUX_BTF, program.stage());
    }

    @Test
    void arm64() throws Exception {
        BootKernel kernel = Rig.kernel("bookworm", "arm64");
        BootReport report = Rig.boots().run(kernel, List.of(Rig.sample("ctime")), BootListener.NONE);

        assertEquals(
                List.of(BootEnd.DONE),
                report.boots().stream().map(BootReport.Boot::end).toList());
        assertEquals(kernel.release(), Objects.requireNonNull(report.guest()).release());
        assertFalse(report.objects().getFirst().programs().isEmpty());
    }

    @Test
    void severalKernelsInTheOrderOfTheRequest() throws Exception {
        List<BootKernel> kernels = List.of(Rig.kernel("bullseye", "amd64"), Rig.kernel("trixie", "amd64"));
        Boots boots = Boots.open(Rig.GUESTS, Rig.options().withAccelerator(null), 4096, 2);
        List<BootReport> reports = boots.runAll(kernels, List.of(Rig.sample("ctime")), BootListener.NONE);

        assertEquals(2, boots.atOnce());
        for (int i = 0; i < kernels.size(); i++) {
            GuestFacts guest = Objects.requireNonNull(reports.get(i).guest());
            assertEquals(kernels.get(i).release(), guest.release());
            // whichever was chosen, a guest came up on it
            assertTrue(List.of("tcg", "kvm").contains(guest.accelerator()), guest.accelerator());
        }
    }

    @Test
    void aProbeThatDiedIsTriedAgain() {
        Launch.Trial dies = boot -> Map.of("selftest", "1");
        ProbeReport never = Rig.boots().with(dies).probe(BOOKWORM);
        assertEquals(
                List.of(BootEnd.PANIC, BootEnd.PANIC),
                never.boots().stream().map(BootReport.Boot::end).toList());
        assertFalse(never.isWhole());
        assertTrue(never.facts().isEmpty());

        ProbeReport whole = Rig.boots().probe(BOOKWORM);
        assertTrue(whole.isWhole(), whole.toString());
        assertEquals(BOOKWORM.release(), Objects.requireNonNull(whole.guest()).release());
    }

    @Test
    void otherArchitecturesAreSaidToBeImpossible() {
        BootKernel kernel = Rig.kernel("sid", "s390x");
        BootProblem problem =
                assertThrows(BootProblem.class, () -> Rig.boots().run(kernel, List.of(), BootListener.NONE));
        assertEquals(
                "kernels of s390x cannot be booted here: there are guests for amd64 and arm64 only",
                String.valueOf(problem.getMessage()));
        assertFalse(Boots.isBootable("s390x"));
    }

    private static BootedProgram program(BootedObject object, String name) {
        assertEquals(BootEnd.DONE, object.fault());
        return object.programs().stream()
                .filter(program -> program.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " in " + object));
    }
}
