#include "core.h"

struct {
    __uint(type, BPF_MAP_TYPE_HASH_OF_MAPS);
    __uint(max_entries, 64);
    __type(key, __u64);
    __type(value, __u32);
} by_cgroup SEC(".maps");

SEC("raw_tp/sys_enter")
int on_enter(void *ctx) {
    __u64 cgroup = bpf_get_current_pid_tgid();
    return bpf_map_lookup_elem(&by_cgroup, &cgroup) != 0;
}
