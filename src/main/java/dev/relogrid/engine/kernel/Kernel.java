package dev.relogrid.engine.kernel;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kernel build, as far as it is known. What is asked for may be read only then, and may end in
 * {@link dev.relogrid.engine.bytes.MalformedInput}.
 */
public interface Kernel {

    /** How it is named to users, unique among the kernels of one check. */
    String id();

    /** The types of vmlinux, or null when the kernel was built without them. */
    @Nullable
    Btf vmlinux();

    /** Why {@link #vmlinux} is null, a clause; null when it is not, or when nobody knows. */
    default @Nullable String noBtf() {
        return null;
    }

    /** The types of its modules, split over {@link #vmlinux}, in load order; empty when none are known. */
    List<NamedBtf> modules();
}
