package dev.relogrid.engine.object;

/** The kinds of maps (include/uapi/linux/bpf.h, {@code enum bpf_map_type}) in libbpf's words. */
public final class MapType {
    /** By number; those after the newest libbpf's are the kernel's names in the same form. */
    private static final String[] NAMES = {
        "unspec",
        "hash",
        "array",
        "prog_array",
        "perf_event_array",
        "percpu_hash",
        "percpu_array",
        "stack_trace",
        "cgroup_array",
        "lru_hash",
        "lru_percpu_hash",
        "lpm_trie",
        "array_of_maps",
        "hash_of_maps",
        "devmap",
        "sockmap",
        "cpumap",
        "xskmap",
        "sockhash",
        "cgroup_storage",
        "reuseport_sockarray",
        "percpu_cgroup_storage",
        "queue",
        "stack",
        "sk_storage",
        "devmap_hash",
        "struct_ops",
        "ringbuf",
        "inode_storage",
        "task_storage",
        "bloom_filter",
        "user_ringbuf",
        "cgrp_storage",
        "arena",
        "insn_array",
        "rhash"
    };

    private MapType() {}

    /** The name ({@code libbpf_bpf_map_type_str}); "type 99" for a number without one. */
    public static String name(int number) {
        return number >= 0 && number < NAMES.length ? NAMES[number] : "type " + Integer.toUnsignedString(number);
    }
}
