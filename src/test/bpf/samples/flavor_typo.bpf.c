// A flavour wants three underscores. This name has two, so libbpf looks for a type of exactly this name on every kernel.
#include "core.h"

struct task_struct__5_14 { unsigned int __state; } CORE;
struct task_struct { int pid; } CORE;

__u64 seen;

SEC("raw_tp/sched_switch")
int on_switch(__u64 *ctx) {
    struct task_struct__5_14 *prev = (void *)ctx[1];
    unsigned int state = 0;
    bpf_core_read(&state, &prev->__state);
    seen = state;
    return 0;
}
