package dev.relogrid.engine.advice;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.core.AccessSpec;
import java.util.List;

/**
 * C that works before and after a change, from templates. It stands alone but for {@code vmlinux.h}, {@code
 * bpf_helpers.h} and {@code bpf_core_read.h}: types with members that moved get flavours of their own, whichever kernel
 * {@code vmlinux.h} is of. Every place is asked for before it is read, so that no kernel, not even one that has none of
 * them, comes to a relocation that failed.
 */
public final class FixSnippet {
    private FixSnippet() {}

    /**
     * A function that reads a field under each of its names, in each of its places and with each of its types, and
     * returns 0 where there is none: renamed, moved or gone.
     *
     * @param local the access that fails
     * @param others where the field is in other kernels, from one kernel or several; those that are not sure are left out
     * @return empty when there is no code to give: nothing is sure, or the new field means something else
     */
    public static String field(AccessSpec local, List<Suggestion> others) {
        return new FieldFix(local).code(others);
    }

    /**
     * A function that reads an integer that other kernels have in another size.
     *
     * @param local the access whose instruction cannot be adjusted; empty code unless it reads an integer
     */
    public static String resized(AccessSpec local) {
        return SizeFix.code(local);
    }

    /**
     * A function that returns an enumerator's value, and -1 where there is none.
     *
     * @param local an access of an enumerator kind
     * @param others its other names
     */
    public static String enumerator(AccessSpec local, List<Suggestion> others) {
        return NameFix.enumerator(local, others);
    }

    /**
     * Functions that tell whether the kernel has a type, and each of its other names.
     *
     * @param type {@code struct bpf_iter__task}, without flavour
     */
    public static String type(String type, List<Suggestion> others) {
        return NameFix.type(type, others);
    }

    /**
     * A kernel function that is called only where it is.
     *
     * @param local the object's types
     * @param functionId its FUNC
     */
    public static String kfunc(Btf local, int functionId) {
        return NameFix.kfunc(local, functionId);
    }

    /**
     * A configuration option that need not be set.
     *
     * @param option {@code CONFIG_HZ}
     * @param typeId the type it is declared with in {@code local}
     */
    public static String kconfig(Btf local, int typeId, String option) {
        return NameFix.kconfig(CText.plain(local, typeId), option);
    }

    /**
     * Whether the kernel has a helper.
     *
     * @param helper {@code bpf_loop}
     */
    public static String helper(String helper) {
        return NameFix.helper(helper);
    }

    /**
     * Programs for each name of a function, of which user space loads the one that can be attached.
     *
     * @param function the name the program has now
     * @param others its other names
     */
    public static String kprobe(String function, List<Suggestion> others) {
        return NameFix.kprobe(function, others);
    }
}
