package dev.relogrid.engine.btf.c;

import dev.relogrid.engine.btf.Btf;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Types as C source, in the shape of {@code bpftool btf dump format c}. What the C compiles to has the sizes and offsets
 * the BTF has, when compiled for a target whose pointers are as wide.
 */
public final class CSource {
    private CSource() {}

    /**
     * The definitions of the given types (structs, unions, enums, typedefs, functions, variables), in the order given,
     * behind forward declarations of the structs they refer to.
     *
     * @throws dev.relogrid.engine.bytes.MalformedInput when they cannot be written in C: overlapping members, names
     *     that are no identifiers, types that contain themselves
     */
    public static String of(Btf btf, int... ids) {
        Definitions definitions = new Definitions(btf, new Names(btf));
        Text text = new Text(btf);
        Set<Integer> forwards = new LinkedHashSet<>();
        collect(btf, ids, new Dependencies.Sink() {
            @Override
            public void forward(int id) {
                forwards.add(id);
            }

            @Override
            public void define(int id) {}
        });
        if (ids.length > 0) {
            forwards.remove(ids[0]);
        }
        forwards.forEach(id -> definitions.forward(text, id));
        for (int id : ids) {
            definitions.define(text.append(text.isEmpty() ? "" : "\n"), id);
        }
        return text.toString();
    }

    /** The same with all they need, in the order C wants: a source file that compiles. */
    public static String withDependencies(Btf btf, int... ids) {
        Definitions definitions = new Definitions(btf, new Names(btf));
        Text text = new Text(btf);
        collect(btf, ids, new Dependencies.Sink() {
            private final Set<Integer> forwards = new LinkedHashSet<>();

            @Override
            public void forward(int id) {
                forwards.add(id);
            }

            /* Between its forward declaration and a definition that comes next nobody can use a type. */
            @Override
            public void define(int id) {
                forwards.remove(id);
                text.append(text.isEmpty() || forwards.isEmpty() ? "" : "\n");
                forwards.forEach(forward -> definitions.forward(text, forward));
                forwards.clear();
                definitions.define(text.append(text.isEmpty() ? "" : "\n"), id);
            }
        });
        return text.toString();
    }

    /**
     * One definition with nothing before it and all names as the BTF has them, however many types share them: for
     * people to read. Looks only at the type and what lies inside it, so types that are supplied one at a time will do.
     *
     * @throws dev.relogrid.engine.bytes.MalformedInput as {@link #of}
     */
    public static String alone(Btf btf, int id) {
        Text text = new Text(btf);
        new Definitions(btf, Names.shared(btf)).define(text, id);
        return text.toString();
    }

    private static void collect(Btf btf, int[] ids, Dependencies.Sink sink) {
        Dependencies dependencies = new Dependencies(btf, sink);
        for (int id : ids) {
            dependencies.bring(id);
        }
    }
}
