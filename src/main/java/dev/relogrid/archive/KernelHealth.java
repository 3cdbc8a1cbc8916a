package dev.relogrid.archive;

import dev.relogrid.archive.image.Extraction;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a kernel before it is added, so that what is wrong with its BTF is never blamed on an object later. Parts
 * that are not what they should be are moved to the quarantine; the rest stays usable.
 */
public final class KernelHealth {
    /** Structs of every kernel since 5.10, whatever its configuration. */
    static final List<String> IN_EVERY_KERNEL =
            List.of("cred", "dentry", "file", "inode", "mm_struct", "pid", "super_block", "task_struct");

    private static final Set<String> BIG_ENDIAN =
            Set.of("s390x", "ppc64", "ppc", "powerpc", "sparc64", "mips", "mips64", "m68k", "hppa");

    private final NewKernel kernel;
    private final List<Quarantined> quarantine;

    private KernelHealth(NewKernel kernel) {
        this.kernel = kernel;
        this.quarantine = new ArrayList<>(kernel.quarantine());
    }

    /** The kernel without its unhealthy parts, which are in its quarantine. */
    public static NewKernel check(NewKernel kernel) {
        return new KernelHealth(kernel).check();
    }

    private NewKernel check() {
        Btf base = vmlinux();
        SortedMap<String, byte[]> modules = new TreeMap<>();
        if (base != null) {
            kernel.modules().forEach((name, btf) -> {
                if (isHealthy(name, btf, base)) {
                    modules.put(name, btf);
                }
            });
        } else if (!kernel.modules().isEmpty()) {
            quarantine(
                    Quarantined.MODULES,
                    kernel.modules().size() + " modules have BTF over a kernel's BTF, and this kernel's is missing");
        }
        return kernel.withTypes(vmlinux(base), modules, quarantine);
    }

    private Extraction vmlinux(@Nullable Btf base) {
        if (base != null || kernel.vmlinux() instanceof Extraction.NoBtf) {
            return kernel.vmlinux();
        }
        return new Extraction.NoBtf("quarantined when it was added: " + vmlinuxProblem());
    }

    private String vmlinuxProblem() {
        return quarantine.stream()
                .filter(part -> part.part().equals(Quarantined.VMLINUX))
                .map(Quarantined::why)
                .findFirst()
                .orElseThrow();
    }

    /** The kernel's types, or null when there are none or none to be trusted. */
    private @Nullable Btf vmlinux() {
        if (!(kernel.vmlinux() instanceof Extraction.Found found)) {
            return null;
        }
        Btf btf;
        try {
            btf = Btf.parse(Bytes.of(Quarantined.VMLINUX, found.btf(), ByteOrder.LITTLE_ENDIAN));
        } catch (MalformedInput e) {
            return unhealthy(e.getMessage());
        }
        ByteOrder expected = BIG_ENDIAN.contains(kernel.id().arch()) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        if (btf.order() != expected) {
            return unhealthy("its BTF is in " + words(btf.order()) + " byte order, and "
                    + kernel.id().arch() + " has " + words(expected));
        }
        Set<String> missing = missing(btf);
        return missing.isEmpty()
                ? btf
                : unhealthy("no struct " + String.join(", ", missing) + " in it, which every kernel has");
    }

    private @Nullable Btf unhealthy(@Nullable String why) {
        quarantine(Quarantined.VMLINUX, String.valueOf(why));
        return null;
    }

    private static Set<String> missing(Btf btf) {
        Set<String> missing = new TreeSet<>(IN_EVERY_KERNEL);
        for (int id = 1; id < btf.typeCount() && !missing.isEmpty(); id++) {
            if (btf.kind(id) == BtfKind.STRUCT && btf.vlen(id) > 0) {
                missing.remove(btf.name(id));
            }
        }
        return missing;
    }

    private boolean isHealthy(String name, byte[] raw, Btf base) {
        try {
            Btf btf = Btf.parseSplit(Bytes.of("module " + name, raw, ByteOrder.LITTLE_ENDIAN), base);
            if (btf.order() != base.order()) {
                quarantine(name, "its BTF is in " + words(btf.order()) + " byte order, its kernel's in the other");
                return false;
            }
            return fits(name, btf);
        } catch (MalformedInput e) {
            quarantine(name, String.valueOf(e.getMessage()));
            return false;
        }
    }

    /** BTF over another build's often has ids in range by chance; that all its functions do is not by chance. */
    private boolean fits(String name, Btf btf) {
        for (int id = btf.startId(); id < btf.typeCount(); id++) {
            if (btf.kind(id) == BtfKind.FUNC && btf.kind(btf.type(id)) != BtfKind.FUNC_PROTO) {
                quarantine(
                        name,
                        "it does not fit this kernel: the prototype of func [" + id + "] '" + btf.name(id) + "' is ["
                                + btf.type(id) + "] " + BtfKind.name(btf.kind(btf.type(id))));
                return false;
            }
        }
        return true;
    }

    private void quarantine(String part, String why) {
        quarantine.add(new Quarantined(part, why));
    }

    private static String words(ByteOrder order) {
        return order == ByteOrder.BIG_ENDIAN ? "big-endian" : "little-endian";
    }
}
