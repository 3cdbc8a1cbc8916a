// cfs_rq.throttled was an int and became one bit of a bool in 6.18: no instruction loads that by itself.
#include "core.h"

struct cfs_rq { int throttled; } CORE;
struct sched_entity { struct cfs_rq *cfs_rq; } CORE;
struct task_struct { struct sched_entity se; } CORE;

__u64 throttled;

SEC("tp_btf/sched_switch")
int on_switch(__u64 *ctx) {
    struct task_struct *prev = (struct task_struct *)ctx[1];
    if (prev->se.cfs_rq->throttled)
        throttled++;
    return 0;
}
