// The question is asked in a function of its own. It is static, so the verifier follows the call and knows what it returns.
#include "core.h"

struct task_struct { unsigned int __state; } CORE;
struct task_struct___before_5_14 { volatile long state; } CORE;

__u64 seen;

static __noinline int has_new_name(void) {
    return bpf_core_field_exists(((struct task_struct *)0)->__state);
}

SEC("tp_btf/sched_switch")
int on_switch(__u64 *ctx) {
    struct task_struct *prev = (struct task_struct *)ctx[1];
    struct task_struct___before_5_14 *old = (void *)prev;
    if (has_new_name())
        seen = prev->__state;
    else
        seen = old->state;
    return 0;
}
