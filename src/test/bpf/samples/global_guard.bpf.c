// The question is asked in the caller, and the answer used in a global function. Before 6.8 the verifier looks at global
// functions on their own, knowing nothing of their callers, so there the guard protects nothing.
#include "core.h"

struct task_struct { unsigned int __state; } CORE;
struct task_struct___before_5_14 { volatile long state; } CORE;

__u64 seen;

__noinline int old_state(int unused) {
    struct task_struct___before_5_14 *task = (void *)bpf_get_current_task();
    long state = unused;
    bpf_core_read(&state, &task->state);
    return state;
}

SEC("tp_btf/sched_switch")
int on_switch(__u64 *ctx) {
    struct task_struct *prev = (struct task_struct *)ctx[1];
    if (bpf_core_field_exists(prev->__state))
        seen = prev->__state;
    else
        seen = old_state(0);
    return 0;
}
