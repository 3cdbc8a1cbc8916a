// task_struct.state became __state in 5.14. Nothing guards the old name: fine on 5.10, broken on all newer kernels.
#include "core.h"

struct task_struct { int pid; volatile long state; } CORE;

struct {
    __uint(type, BPF_MAP_TYPE_RINGBUF);
    __uint(max_entries, 4096);
} events SEC(".maps");

SEC("tp_btf/sched_switch")
int on_switch(__u64 *ctx) {
    struct task_struct *prev = (struct task_struct *)ctx[1];
    long state = prev->state;
    bpf_ringbuf_output(&events, &state, sizeof(state), 0);
    return 0;
}
