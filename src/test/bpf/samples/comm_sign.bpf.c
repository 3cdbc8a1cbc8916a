// Whether one element of an array has a sign is a question libbpf does not answer: it gives up on the object.
#include "core.h"

struct task_struct { char comm[16]; } CORE;

__u64 sign;

SEC("tp_btf/sched_switch")
int on_switch(__u64 *ctx) {
    struct task_struct *prev = (struct task_struct *)ctx[1];
    sign = __builtin_preserve_field_info(prev->comm[0], 3);
    return 0;
}
