// task_struct.on_cpu was an int until 7.1 and has one byte since 7.2. A signed number that is loaded directly cannot be
// adjusted: libbpf would have to extend the sign.
#include "core.h"

struct task_struct { int on_cpu; } CORE;

__u64 running;

SEC("tp_btf/sched_switch")
int on_switch(__u64 *ctx) {
    struct task_struct *prev = (struct task_struct *)ctx[1];
    if (prev->on_cpu)
        running++;
    return 0;
}
