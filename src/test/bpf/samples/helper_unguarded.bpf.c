// bpf_ktime_get_tai_ns came in 6.1, and nothing asks whether it is there.
#include "core.h"

static __u64 (*bpf_ktime_get_tai_ns)(void) = (void *)208;

__u64 last;

SEC("raw_tp/sys_enter")
int on_enter(void *ctx) {
    last = bpf_ktime_get_tai_ns();
    return 0;
}
