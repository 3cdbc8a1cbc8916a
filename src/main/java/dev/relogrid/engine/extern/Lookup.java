package dev.relogrid.engine.extern;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.kernel.Kernel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A variable or function in the types of a kernel, or of the first of its modules that has one ({@code
 * find_ksym_btf_id}).
 *
 * @param btf the types it is in
 * @param id the first of its kind and name there
 */
record Lookup(Btf btf, int id) {

    /**
     * Null when neither the kernel nor a module has it.
     *
     * @param names the BTF that {@code nameOffset} is of, for the search
     * @param name the name it must have to the letter: without a flavour for functions
     */
    static @Nullable Lookup in(Kernel kernel, Btf vmlinux, int kind, Btf names, int nameOffset, String name) {
        int id = first(vmlinux, kind, names, nameOffset, name);
        if (id != 0) {
            return new Lookup(vmlinux, id);
        }
        List<NamedBtf> modules = kernel.modules();
        for (int i = 0; i < modules.size(); i++) {
            Btf module = modules.get(i).btf();
            id = first(module, kind, names, nameOffset, name);
            if (id != 0) {
                return new Lookup(module, id);
            }
        }
        return null;
    }

    /** The first of the BTF's own types of that kind and name, flavour included, or 0. */
    static int first(Btf types, int kind, Btf names, int nameOffset, String name) {
        int id = types.nextByEssentialName(kind, names, nameOffset, 0);
        while (id != 0 && !(types.kind(id) == kind && types.name(id).equals(name))) {
            id = types.nextByEssentialName(kind, names, nameOffset, id);
        }
        return id;
    }
}
