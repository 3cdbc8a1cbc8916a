// Both names of the task's state, each behind its own question: whichever is missing is never reached.
#include "core.h"

struct task_struct { unsigned int __state; } CORE;
struct task_struct___before_5_14 { volatile long state; } CORE;

__u64 seen;

SEC("tp_btf/sched_switch")
int on_switch(__u64 *ctx) {
    struct task_struct *prev = (struct task_struct *)ctx[1];
    struct task_struct___before_5_14 *old = (void *)prev;
    if (bpf_core_field_exists(prev->__state))
        seen = prev->__state;
    else
        seen = old->state;
    return 0;
}
