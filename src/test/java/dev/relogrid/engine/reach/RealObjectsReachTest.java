package dev.relogrid.engine.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import dev.relogrid.fixture.RealObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every program of the real objects, as compiled: it comes to an end, and the program's end is visited. */
final class RealObjectsReachTest {
    private static final int EXIT = 0x95;

    private final List<Long> nanoseconds = new ArrayList<>();
    private long steps;

    @Test
    void everyProgramIsExploredToItsEnd() throws IOException {
        List<Path> files = RealObjects.all();
        for (Path file : files) {
            BpfObject object = Compiled.parse(Files.readAllBytes(file));
            for (Program program : object.programs()) {
                if (!program.subprogram()) {
                    explore(Compiled.of(object).on(5, 10, 0), file, program);
                    explore(Compiled.of(object).on(7, 2, 0), file, program);
                    explore(Compiled.of(object).on(7, 2, 0).anyRodata(), file, program);
                }
            }
        }
        Collections.sort(nanoseconds);
        System.out.printf(
                "%d explorations: %d steps, median %.3f ms, longest %.1f ms%n",
                nanoseconds.size(), steps, nanoseconds.get(nanoseconds.size() / 2) / 1e6, nanoseconds.getLast() / 1e6);
        assertTrue(nanoseconds.size() > 5_000, "fewer programs than the corpus has");
    }

    private void explore(Compiled compiled, Path file, Program program) {
        String name = file.getFileName() + ": " + program.name();
        long start = System.nanoTime();
        Reached reached = compiled.explore(program);
        nanoseconds.add(System.nanoTime() - start);
        steps += reached.steps();
        assertEquals(null, reached.why(), name);
        assertEquals(null, reached.strange(), name);
        boolean ends = false;
        for (int i = 0; i < program.insnCount(); i++) {
            Insn insn = program.insn(i);
            ends |= insn.code() == EXIT && reached.visit(program, i) == Visit.VISITED;
        }
        assertTrue(ends, name + " never ends");
    }
}
