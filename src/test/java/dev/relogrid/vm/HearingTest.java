package dev.relogrid.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.vm.BootedProgram.Attached;
import dev.relogrid.vm.BootedProgram.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What frames mean, and which cannot be meant. */
final class HearingTest {
    private static final Frame HELLO = new Frame(
            Frame.HELLO,
            Said.json("{'release':'6.1.0','version':'#1 SMP','libbpf_api':'1.7','mem_mb':470,'more':[1,{'a':null}]}"));
    private static final Frame OBJECT = new Frame(
            Frame.OBJECT,
            Said.json(
                    "{'obj':0,'name':'a.o','open_errno':0,'fixed_maps':[{'map':'m','max_entries':1}],'program_count':2,"
                            + "'programs':[{'name':'p','section':'kprobe/x'},{'name':'q','section':'xdp'}]}"));
    private static final Frame LOG = new Frame(Frame.LOG, Said.log(0, 0, 1, "he", "ad", 100));
    private static final Frame REJECTED = new Frame(
            Frame.PROGRAM,
            Said.json(
                    "{'obj':0,'prog':0,'name':'p','section':'kprobe/x','verdict':'rejected','stage':'prog_load','errno':22,"
                            + "'reason':'no','insns':7,'insns_processed':5,'insns_limit':1000000,'total_states':1,'peak_states':1}"));
    private static final Frame LOADED = new Frame(
            Frame.PROGRAM,
            Said.json("{'obj':0,'prog':1,'name':'q','section':'xdp','verdict':'loaded','stage':'done','errno':0}"));
    private static final Frame ATTACHED =
            new Frame(Frame.ATTACH, Said.json("{'obj':0,'prog':1,'kind':'xdp','attach_errno':95,'said':'no'}"));
    private static final Frame DONE = new Frame(Frame.DONE, Said.json("{'objects':1}"));
    private static final List<Frame> ALL = List.of(HELLO, OBJECT, LOG, REJECTED, LOADED, ATTACHED, DONE);

    private static Hearing hear(List<Frame> frames) {
        Hearing hearing = new Hearing(1, true, (object, program) -> {});
        for (Frame frame : frames) {
            hearing.heard(frame);
        }
        return hearing;
    }

    @Test
    void everythingIsUnderstood() {
        Hearing hearing = hear(ALL);
        HeardObject heard = Objects.requireNonNull(hearing.object(0));
        assertTrue(hearing.isDone() && heard.isComplete());
        BootedObject object = heard.object("a.o", "00", BootEnd.DONE);
        assertEquals(List.of(new BootedObject.FixedMap("m", 1, 0)), object.fixedMaps());
        BootedProgram rejected = object.programs().get(0);
        assertEquals(Outcome.REJECTED, rejected.outcome());
        assertEquals(
                "he\n[... 96 bytes left out ...]\nad",
                Objects.requireNonNull(rejected.verifierLog()).text());
        assertEquals(5, Objects.requireNonNull(rejected.cost()).insnsProcessed());
        assertEquals(
                new Attached(95, "no"),
                Objects.requireNonNull(object.programs().get(1).attached()));
        assertEquals(2, hearing.programCount());
    }

    /** Whoever listens is told of a program once, with what came of attaching it. */
    @Test
    void programsAreToldOnce() {
        List<String> told = new ArrayList<>();
        Hearing hearing =
                new Hearing(1, true, (object, program) -> told.add(program.name() + " " + program.attached()));
        ALL.forEach(hearing::heard);
        assertEquals(List.of("p null", "q " + new Attached(95, "no")), told);
    }

    @Test
    void notAttachedYetIsNotComplete() {
        assertFalse(Objects.requireNonNull(hear(ALL.subList(0, 5)).object(0)).isComplete());
        assertFalse(Objects.requireNonNull(hear(ALL.subList(0, 4)).object(0)).isComplete());
    }

    @Test
    void factsAreLines() {
        Hearing hearing = hear(List.of(HELLO, new Frame(Frame.FACTS, Said.json("a.b\t1\nc\tx y\t\n"))));
        assertEquals("{a.b=1, c=x y\t}", hearing.facts().toString());
        assertThrows(MalformedInput.class, () -> hear(List.of(HELLO, new Frame(Frame.FACTS, Said.json("no tab\n")))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "7",
                "{'obj':0}",
                "{'obj':-1,'open_errno':0}",
                "{'obj':1,'open_errno':0}",
                "{'obj':0,'open_errno':'x'}",
                "{'obj':0,'open_errno':1e3}",
                "{'obj':0,'open_errno':0,'programs':{}}",
                "{'obj':0,'open_errno':0,'programs':[7]}",
                "{'obj':0,'open_errno':0,'program_count':99999999999999999999999}",
                "{'obj':0,'open_errno':0,'x':[[[[[[[[[[]]]]]]]]]]}"
            })
    void objectsThatCannotBe(String json) {
        Frame frame = new Frame(Frame.OBJECT, Said.json(json));
        assertThrows(MalformedInput.class, () -> hear(List.of(HELLO, frame)));
    }

    @Test
    void outOfOrder() {
        assertThrows(MalformedInput.class, () -> hear(List.of(OBJECT)), "no hello");
        assertThrows(MalformedInput.class, () -> hear(List.of(HELLO, HELLO)), "twice");
        assertThrows(MalformedInput.class, () -> hear(List.of(HELLO, LOADED)), "no object");
        assertThrows(MalformedInput.class, () -> hear(List.of(HELLO, OBJECT, OBJECT)), "the same again");
        assertThrows(MalformedInput.class, () -> hear(List.of(HELLO, OBJECT, ATTACHED)), "no program");
    }

    @Test
    void randomDamage() {
        Random random = new Random(7);
        int errors = 0;
        for (int round = 0; round < 5000; round++) {
            List<Frame> frames = new ArrayList<>(ALL);
            int which = random.nextInt(frames.size());
            byte[] payload = frames.get(which).payload().clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                payload[random.nextInt(payload.length)] = (byte) random.nextInt(256);
            }
            frames.set(which, new Frame(frames.get(which).type(), payload));
            try {
                Hearing hearing = hear(frames);
                Objects.requireNonNull(hearing.object(0)).object("a.o", "00", BootEnd.DONE);
                hearing.guest(Accelerator.TCG, "7", List.of());
            } catch (MalformedInput e) {
                errors++;
            }
        }
        assertTrue(errors > 1000, "errors: " + errors);
    }
}
