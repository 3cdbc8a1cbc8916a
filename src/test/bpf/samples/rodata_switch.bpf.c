// What is read depends on a constant the loader may set before loading. As compiled the old name is read.
#include "core.h"

const volatile _Bool use_new_name = 0;
struct task_struct { unsigned int __state; } CORE;
struct task_struct___before_5_14 { volatile long state; } CORE;

__u64 seen;

SEC("tp_btf/sched_switch")
int on_switch(__u64 *ctx) {
    struct task_struct *prev = (struct task_struct *)ctx[1];
    struct task_struct___before_5_14 *old = (void *)prev;
    if (use_new_name)
        seen = prev->__state;
    else
        seen = old->state;
    return 0;
}
