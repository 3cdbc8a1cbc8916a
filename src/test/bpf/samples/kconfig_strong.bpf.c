// A strong option that only kernels with sched_ext have: all others refuse the whole object before any relocation.
#include "core.h"

extern _Bool CONFIG_SCHED_CLASS_EXT __kconfig;
struct task_struct { int pid; } CORE;
__u64 out;

SEC("raw_tp/sched_switch")
int on_switch(__u64 *ctx) {
    struct task_struct *task = (void *)ctx[1];
    if (CONFIG_SCHED_CLASS_EXT)
        bpf_core_read(&out, &task->pid);
    return 0;
}
