package dev.relogrid.archive.pack;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.bytes.MalformedInput;

/** Whether two BTFs have the same types under the same ids; how their strings are ordered does not matter. */
public final class SameTypes {
    private SameTypes() {}

    /** @throws MalformedInput naming the first type that differs */
    public static void check(String name, Btf expected, Btf found) {
        if (expected.typeCount() != found.typeCount()) {
            throw new MalformedInput(name, 0, expected.typeCount() + " types", found.typeCount() + "");
        }
        for (int id = expected.startId(); id < expected.typeCount(); id++) {
            if (!isSame(id, expected, found)) {
                throw new MalformedInput(name, 0, "type [" + id + "] " + expected.name(id), "another in the pack");
            }
        }
    }

    private static boolean isSame(int id, Btf expected, Btf found) {
        if (expected.word(id, 4) != found.word(id, 4) || !expected.name(id).equals(found.name(id))) {
            return false;
        }
        Shape shape = Shape.of(expected.kind(id));
        int words = shape.words(shape.each().length == 0 ? 0 : expected.vlen(id));
        for (int i = 2; i < words; i++) {
            Shape.Role role = i == 2 ? shape.third() : shape.at(i);
            int a = expected.word(id, 4 * i);
            int b = found.word(id, 4 * i);
            if (role == Shape.Role.NAME ? !expected.string(a).equals(found.string(b)) : a != b) {
                return false;
            }
        }
        return true;
    }
}
