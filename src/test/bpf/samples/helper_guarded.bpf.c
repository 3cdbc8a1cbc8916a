// bpf_ktime_get_tai_ns came in 6.1. A helper's number is an enumerator of the kernel, so a program can ask for it.
#include "core.h"

enum bpf_func_id { BPF_FUNC_ktime_get_tai_ns = 208 };
static __u64 (*bpf_ktime_get_tai_ns)(void) = (void *)208;

__u64 last;

SEC("raw_tp/sys_enter")
int on_enter(void *ctx) {
    if (bpf_core_enum_value_exists(enum bpf_func_id, BPF_FUNC_ktime_get_tai_ns))
        last = bpf_ktime_get_tai_ns();
    else
        last = bpf_ktime_get_ns();
    return 0;
}
