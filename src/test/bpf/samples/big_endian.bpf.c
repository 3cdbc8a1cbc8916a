// flags: -target bpfeb
// Compiled for machines that store the highest byte first: s390x. No other kernel loads it, whatever it asks for.
#include "core.h"

struct task_struct { int pid; } CORE;

__u64 seen;

SEC("tp_btf/sched_switch")
int on_switch(__u64 *ctx) {
    struct task_struct *prev = (struct task_struct *)ctx[1];
    seen = prev->pid;
    return 0;
}
