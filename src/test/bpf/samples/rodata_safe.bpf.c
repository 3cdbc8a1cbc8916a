// A switch that is off unless a loader turns it on: only then the field is read that newer kernels do not have.
#include "core.h"

const volatile _Bool with_state = 0;
struct task_struct { int pid; volatile long state; } CORE;

__u64 seen;

SEC("tp_btf/sched_switch")
int on_switch(__u64 *ctx) {
    struct task_struct *prev = (struct task_struct *)ctx[1];
    seen = prev->pid;
    if (with_state)
        seen += prev->state;
    return 0;
}
