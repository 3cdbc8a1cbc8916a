// local-asm: /# FieldReloc/,/\.section/ { /\.Ltmp/ { n; n; n; s/0$/13/; } }
// A relocation of kind 13, of which there is none: what a compiler newer than libbpf, or a damaged file, may hold.
#include "core.h"

struct task_struct { int pid; } CORE;

__u64 seen;

SEC("tp_btf/sched_switch")
int on_switch(__u64 *ctx) {
    struct task_struct *prev = (struct task_struct *)ctx[1];
    seen = prev->pid;
    return 0;
}
