// Maps described in BTF: plain, pinned, an array of maps and a hash of maps with their inner maps filled in; data sections.
#include "core.h"

struct event { __u32 pid; char comm[16]; };

struct inner {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 4);
    __type(key, __u32);
    __type(value, struct event);
} first SEC(".maps"), second SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY_OF_MAPS);
    __uint(max_entries, 2);
    __type(key, __u32);
    __array(values, struct inner);
} by_index SEC(".maps") = { .values = { &first, &second } };

struct {
    __uint(type, BPF_MAP_TYPE_HASH_OF_MAPS);
    __uint(max_entries, 8);
    __type(key, __u32);
    __array(values, struct { __uint(type, BPF_MAP_TYPE_HASH); __uint(max_entries, 1); __type(key, __u32); __type(value, __u64); });
} by_pid SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(pinning, 1);
    __uint(key_size, 4);
    __uint(value_size, 8);
    __uint(max_entries, 64);
    __uint(map_flags, 1);
} pinned SEC(".maps");

const volatile __u32 wanted = 7;
__u64 counter;
static __u32 table[4] = { 1, 2, 3, 4 };
__u32 own SEC(".data.own") = 9;

SEC("raw_tp/sys_enter")
int on_enter(void *ctx) {
    __u32 pid = bpf_get_current_pid_tgid() >> 32, index = pid & 1;
    void *inner = bpf_map_lookup_elem(&by_index, &index);
    if (inner && pid == wanted)
        bpf_map_lookup_elem(inner, &index);
    bpf_map_lookup_elem(&by_pid, &pid);
    bpf_map_lookup_elem(&pinned, &pid);
    counter += table[pid & 3] + own;
    table[index & 3]++; // its bound is not known any more once a helper had its address
    return 0;
}
