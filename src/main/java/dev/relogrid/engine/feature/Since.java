package dev.relogrid.engine.feature;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.kernel.Kernel;
import org.jspecify.annotations.Nullable;

/**
 * What kernels have had since some version, and what in their types came with it, in the same series of patches or at
 * least the same version: types tell more than version numbers where distributions carry changes back, and many kernels
 * share them. The commits are those of the Linux kernel's git.
 */
enum Since {
    /** May sleep: 1e6c62a88215; the helper in 07be4c4a3e7a. */
    SLEEPABLE(5, 10, KernelEnum.HELPERS, 148, "helper bpf_copy_from_user"),
    /** Security hooks other than bprm_committed_creds that may sleep: 423f16108c9d; the helper in 27672f0d280a. */
    SLEEPABLE_HOOKS(5, 11, KernelEnum.HELPERS, 161, "helper bpf_ima_inode_hash"),
    /** The flag for inner maps of other sizes: 4a8f87e60f6d; same version as the helper of 07be4c4a3e7a. */
    INNER_MAP_FLAG(5, 10, KernelEnum.HELPERS, 148, "helper bpf_copy_from_user"),
    /** Maps that user space may map: fc9702273e2e; the helper in 6ae08ae3dea2. */
    MMAPABLE(5, 5, KernelEnum.HELPERS, 112, "helper bpf_probe_read_user"),
    /** 5ca419f2864a, 5ffa25502b5a, 981f94c3e921; the helper in 34b2021cc616. */
    ATOMIC_FETCH(5, 12, KernelEnum.HELPERS, 163, "helper bpf_check_mtu"),
    /** Socket cookies in tracing programs: c5dbb89fc2ac; the helper in 34b2021cc616. */
    TRACING_SOCKET_COOKIE(5, 12, KernelEnum.HELPERS, 163, "helper bpf_check_mtu"),
    /** Functions as arguments: 69c087ba6225, which brings the helper. */
    CALLBACKS(5, 13, KernelEnum.HELPERS, 164, "helper bpf_for_each_map_elem"),
    /** Calls of kernel functions: e6ac2450d6de, which brings the struct. */
    KERNEL_CALLS(5, 13, new Sought(BtfKind.STRUCT, "bpf_kfunc_desc_tab"), "struct bpf_kfunc_desc_tab"),
    /** Iterators that may sleep: b77fb25dcb34; the helper in 376040e47334, the same series. */
    SLEEPABLE_ITERATORS(5, 18, KernelEnum.HELPERS, 191, "helper bpf_copy_from_user_task"),
    /** Parameters that point to numbers: bb6728d75611; the helper in 376040e47334, the same version. */
    NUMBER_POINTERS(5, 18, KernelEnum.HELPERS, 191, "helper bpf_copy_from_user_task"),
    /** XDP programs for frames in fragments: c2f2cdbeffda; the helper in 0165cc817075, the same series. */
    XDP_FRAGMENTS(5, 18, KernelEnum.HELPERS, 188, "helper bpf_xdp_get_buff_len"),
    /** Cookies in fentry, fexit, fmod_ret and LSM programs: 2fcc82411e74; the helper in 263ae152e962, the same version. */
    TRACING_COOKIE(5, 19, KernelEnum.HELPERS, 197, "helper bpf_dynptr_from_mem"),
    /** uprobe programs that may sleep: 64ad7556c75e; the helper in 33bf9885040c, the same version. */
    SLEEPABLE_UPROBES(6, 0, KernelEnum.HELPERS, 204, "helper bpf_tcp_raw_gen_syncookie_ipv4"),
    /** Trampolines for functions that take structs by value: 720e6a435194, which brings the member. */
    STRUCT_PARAMETERS(6, 1, new Sought(BtfKind.STRUCT, "btf_func_model"), "btf_func_model::arg_flags"),
    /** struct_ops programs that may sleep: 1e12d3ef47d2; nothing in types came with it. */
    SLEEPABLE_STRUCT_OPS(6, 3),
    /** struct_ops maps with links: 68b04864ca42, which brings the attach type. */
    STRUCT_OPS_LINK(6, 4, KernelEnum.ATTACH_TYPES, 44, "attach type struct_ops"),
    /** cpu v4: 1f9a1ea821ff, 8100928c8814, 0845c3db7bf5, ec0e2da95f72, 4cd58e9af8b9; the type in 89ae89f53d20. */
    CPU_V4(6, 6, KernelEnum.ATTACH_TYPES, 48, "attach type trace_uprobe_multi"),
    /** 011832b97b31, which brings the member. */
    MAY_GOTO(6, 9, new Sought(BtfKind.STRUCT, "bpf_verifier_state"), "bpf_verifier_state::may_goto_depth"),
    /** Casts between address spaces: 6082b6c328b5, of the series that brings the map type (317460317a02). */
    ADDRESS_SPACES(6, 9, KernelEnum.MAP_TYPES, 33, "map type arena"),
    /** Whose cgroup a task is in, for programs of cgroups: 7f6287417baf; the function in 65ab5ac4df01, the same version. */
    CGROUPS_TASK_UNDER_CGROUP(6, 12, new Sought(BtfKind.FUNC, "bpf_copy_from_user_str"), "bpf_copy_from_user_str()"),
    /** 880442305a39; the function in 2fb761823ead, the same version. */
    ACQUIRE_RELEASE(
            6, 15, new Sought(BtfKind.FUNC, "bpf_jit_supports_timed_may_goto"), "bpf_jit_supports_timed_may_goto()"),
    /** Parameters of type {@code const void *}: 1271a40eeafa; the function in b183c0124d9b, the same version. */
    CONST_VOID_POINTERS(6, 16, new Sought(BtfKind.FUNC, "bpf_rbtree_root"), "bpf_rbtree_root()"),
    /** Parameters that point to what is neither struct nor number: seen in booted kernels, 7.0 refuses and 7.1 does not. */
    ANY_POINTERS(7, 1),
    /** Jumps to a register's address: 493d9e0d6083, of the series that brings the map type (b4ce5923e780). */
    INDIRECT_JUMPS(6, 19, KernelEnum.MAP_TYPES, 34, "map type insn_array");

    private final int major;
    private final int minor;
    private final @Nullable KernelEnum in;
    private final int number;
    private final @Nullable Sought sought;
    private final String sign;

    Since(int major, int minor) {
        this.major = major;
        this.minor = minor;
        this.in = null;
        this.number = 0;
        this.sought = null;
        this.sign = "";
    }

    Since(int major, int minor, KernelEnum in, int number, String sign) {
        this.major = major;
        this.minor = minor;
        this.in = in;
        this.number = number;
        this.sought = null;
        this.sign = sign;
    }

    Since(int major, int minor, Sought sought, String sign) {
        this.major = major;
        this.minor = minor;
        this.in = null;
        this.number = 0;
        this.sought = sought;
        this.sign = sign;
    }

    /** What speaks against the kernel having it, a clause; empty when it does; null when nothing is known. */
    @Nullable
    String lack(Kernel kernel) {
        Btf types = kernel.vmlinux();
        KernelEnum.Of listed = in == null ? null : in.of(kernel);
        if (types == null || listed == null && sought == null) {
            return lackByVersion(kernel);
        }
        boolean there = listed != null ? listed.has(number) : sought != null && isIn(types, sought);
        return there ? "" : "by its types it is older than " + version() + ", in which they came: it has no " + sign;
    }

    private boolean isIn(Btf types, Sought type) {
        int id = type.in(types);
        int colons = sign.indexOf("::");
        if (id == 0 || colons < 0) {
            return id != 0;
        }
        String member = sign.substring(colons + 2);
        for (int i = 0; i < types.vlen(id); i++) {
            if (types.string(types.memberNameOffset(id, i)).equals(member)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String lackByVersion(Kernel kernel) {
        KernelVersion version = KernelVersion.of(kernel);
        if (version == null) {
            return null;
        }
        return version.isBefore(major, minor)
                ? "by its version: the kernel is " + version + ", and they came in " + version()
                : "";
    }

    private String version() {
        return major + "." + minor;
    }
}
