package dev.relogrid.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.relogrid.gate.Baseline.Before;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Objects are found again although their paths have changed. */
final class BaselineTest {

    /** One that had a program called as the object is, to tell it by. */
    private static Before called(String name) {
        return new Before(Set.of(name), Map.of(), Map.of());
    }

    private static Baseline of(String... names) {
        Map<String, Before> objects = new LinkedHashMap<>();
        for (String name : names) {
            objects.put(name, called(name));
        }
        return new Baseline("main.json", objects);
    }

    @Test
    void theOnlyObjectIsTheOnlyObjectWhateverItIsCalled() {
        Baseline now = of("build/a.bpf.o").renamed(List.of("out/b.bpf.o"));
        assertEquals(called("build/a.bpf.o"), now.object("out/b.bpf.o"));
        assertEquals(List.of(), now.removed(List.of("out/b.bpf.o")));
    }

    @Test
    void objectsAreFoundByTheirNamesAndElseByTheirFilesNames() {
        List<String> names = List.of("new/a.o", "b.o", "c.o");
        Baseline now = of("old/a.o", "b.o", "d.o").renamed(names);
        assertEquals(called("old/a.o"), now.object("new/a.o"));
        assertEquals(called("b.o"), now.object("b.o"));
        assertNull(now.object("c.o"));
        assertEquals(List.of("d.o"), now.removed(names));
        assertEquals("main.json", now.label());
    }

    @Test
    void filesNamesThatSeveralHaveTellNothing() {
        Baseline twice = of("x/a.o", "y/a.o").renamed(List.of("z/a.o", "b.o"));
        assertNull(twice.object("z/a.o"));
        Baseline now = of("x/a.o", "c.o").renamed(List.of("y/a.o", "z/a.o"));
        assertNull(now.object("y/a.o"));
        assertNull(now.object("z/a.o"));
    }
}
