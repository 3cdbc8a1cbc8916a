package dev.relogrid.engine.feature;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.kernel.Kernel;
import org.jspecify.annotations.Nullable;

/**
 * One of the kernel's enums that count what its bpf system call knows (include/uapi/linux/bpf.h): numbers are part of its
 * ABI, so a number that none of its names has is newer than the kernel.
 */
enum KernelEnum {
    HELPERS("bpf_func_id"),
    MAP_TYPES("bpf_map_type"),
    PROGRAM_TYPES("bpf_prog_type"),
    ATTACH_TYPES("bpf_attach_type");

    private final String name;
    private final Sought sought;

    KernelEnum(String name) {
        this.name = name;
        this.sought = new Sought(BtfKind.ENUM, name);
    }

    /** The enum of one kernel; null when its types do not have it. */
    @Nullable
    Of of(Kernel kernel) {
        Btf types = kernel.vmlinux();
        int id = types == null ? 0 : sought.in(types);
        return types == null || id == 0 ? null : new Of(types, id);
    }

    /** That the kernel's types do not have it, a clause. */
    String absence() {
        return "its types do not say: they have no enum " + name;
    }

    final class Of {
        private final Btf types;
        private final int id;

        private Of(Btf types, int id) {
            this.types = types;
            this.id = id;
        }

        boolean has(int number) {
            int count = types.vlen(id);
            // nearly always in order and without gaps
            if (number >= 0 && number < count && types.enumeratorValue(id, number) == number) {
                return isOne(number);
            }
            for (int i = 0; i < count; i++) {
                if (types.enumeratorValue(id, i) == number && isOne(i)) {
                    return true;
                }
            }
            return false;
        }

        /** Not what closes the list: {@code __BPF_FUNC_MAX_ID}, {@code __MAX_BPF_ATTACH_TYPE}. */
        private boolean isOne(int i) {
            return !types.string(types.enumeratorNameOffset(id, i)).startsWith("__");
        }

        /** How far it counts, a clause. */
        String extent() {
            long last = -1;
            for (int i = 0; i < types.vlen(id); i++) {
                if (types.enumeratorValue(id, i) > last && isOne(i)) {
                    last = types.enumeratorValue(id, i);
                }
            }
            return "its enum " + name + " ends at #" + last;
        }
    }
}
