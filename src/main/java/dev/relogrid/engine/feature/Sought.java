package dev.relogrid.engine.feature;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.btf.OneName;
import dev.relogrid.engine.kernel.Kernel;

/**
 * A type that is looked for by its kind and whole name, as {@code btf__find_by_name_kind} does.
 */
final class Sought {
    /** libbpf puts such names together in a buffer of that size ({@code BTF_MAX_NAME_SIZE}), NUL included. */
    private static final int NAME_SIZE = 128;

    private final int kind;
    private final OneName name;

    Sought(int kind, String name) {
        this.kind = kind;
        this.name = new OneName(name);
    }

    /** The first type of {@code types}' own that it is, or 0. */
    int in(Btf types) {
        if (name.length() >= NAME_SIZE || name.length() == 0) {
            return 0;
        }
        for (int id = types.firstPossible(kind, name, OneName.OFFSET); id != 0; id = types.nextPossible(id)) {
            if (types.kind(id) == kind && types.stringEquals(types.nameOffset(id), name, OneName.OFFSET)) {
                return id;
            }
        }
        return 0;
    }

    /** Whether vmlinux or one of the modules has it. */
    boolean anywhereIn(Kernel kernel) {
        Btf vmlinux = kernel.vmlinux();
        if (vmlinux == null || in(vmlinux) != 0) {
            return vmlinux != null;
        }
        for (NamedBtf module : kernel.modules()) {
            if (in(module.btf()) != 0) {
                return true;
            }
        }
        return false;
    }
}
