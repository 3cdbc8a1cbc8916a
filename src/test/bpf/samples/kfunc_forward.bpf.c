// Kfuncs whose parameters are only forward-declared structs are incompatible with the kernel's: the weak one silently
// counts as missing, on every kernel.
#include "core.h"

struct task_struct;
extern struct task_struct *bpf_task_acquire(struct task_struct *task) __ksym __weak;
extern void bpf_task_release(struct task_struct *task) __ksym __weak;

SEC("tp_btf/task_newtask")
int on_new_task(__u64 *ctx) {
    if (!bpf_task_acquire)
        return 0;
    struct task_struct *task = bpf_task_acquire((struct task_struct *)ctx[0]);
    if (task)
        bpf_task_release(task);
    return 0;
}
