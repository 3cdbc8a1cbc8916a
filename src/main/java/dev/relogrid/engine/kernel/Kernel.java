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

    /** The configuration it was built with; null when that is not known. */
    default @Nullable Kconfig config() {
        return null;
    }

    /** The symbols of its image; null when they are not known. */
    default @Nullable KernelSymbols symbols() {
        return null;
    }

    /** What it said when it was booted and asked; null when neither it nor a close neighbour was. */
    default @Nullable Measured measured() {
        return null;
    }

    /**
     * The text it tells its version by, of which libbpf takes the first three numbers for {@code LINUX_KERNEL_VERSION}
     * ({@code get_kernel_version}): Debian's and Ubuntu's version of the upstream release, else what {@code uname -r}
     * says. Null when it is not known.
     */
    default @Nullable String version() {
        return null;
    }

    /**
     * Whether a module of some other known kernel defines a function of that name, so that its absence from what is known
     * of this kernel may only mean that too little is known.
     */
    default boolean isInModulesElsewhere(String function) {
        return false;
    }

    /**
     * Whether no known kernel has a type of that kind and name, so that its absence from this one says nothing of this one.
     *
     * @param kind {@link dev.relogrid.engine.btf.BtfKind}
     * @param essentialName without flavour
     */
    default boolean isTypeNowhere(int kind, String essentialName) {
        return false;
    }
}
