package dev.relogrid.engine.advice;

import dev.relogrid.engine.core.AccessSpec;
import java.util.List;

/**
 * C that works before and after a change, from templates. It stands alone but for {@code vmlinux.h}, {@code
 * bpf_helpers.h} and {@code bpf_core_read.h}: types whose members moved get flavours of their own.
 */
public final class FixSnippet {
    private FixSnippet() {}

    /**
     * A function that reads a field under each of its names.
     *
     * @param local the access that fails
     * @param others where the field is in other kernels; the first that exists in a kernel is read there
     * @return the code; empty when there is none to give: nothing is sure, or the new field means something else
     */
    public static String field(AccessSpec local, List<Suggestion> others) {
        return "";
    }
}
