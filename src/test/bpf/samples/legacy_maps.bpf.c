// A map as it was written before maps were described in BTF. libbpf 1.0 stopped reading these.
#include "core.h"

struct bpf_map_def { unsigned int type, key_size, value_size, max_entries, map_flags; };

struct bpf_map_def SEC("maps") counts = {
    .type = BPF_MAP_TYPE_ARRAY,
    .key_size = 4,
    .value_size = 8,
    .max_entries = 1,
};

SEC("raw_tp/sys_enter")
int on_enter(void *ctx) {
    __u32 zero = 0;
    bpf_map_lookup_elem(&counts, &zero);
    return 0;
}
