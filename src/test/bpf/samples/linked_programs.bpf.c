// Several sections, static, global and weak subprograms, a callback: the shapes programs take in an object.
#include "core.h"

struct task_struct { int pid; struct task_struct *real_parent; char comm[16]; } CORE;
enum pid_type { PIDTYPE_PID, PIDTYPE_TGID, PIDTYPE_MAX };

__u64 out;

static __noinline int parent_of(struct task_struct *task) {
    struct task_struct *parent = 0;
    bpf_core_read(&parent, &task->real_parent);
    int pid = 0;
    bpf_core_read(&pid, &parent->pid);
    return pid;
}

__noinline int size_of_comm(int scale) {
    struct task_struct *task = 0;
    return scale * bpf_core_field_size(task->comm);
}

__weak __noinline int types_of_pid(int unused) {
    return bpf_core_enum_value_exists(enum pid_type, PIDTYPE_MAX) ? bpf_core_enum_value(enum pid_type, PIDTYPE_MAX) : unused;
}

SEC("kprobe/do_exit")
int on_exit(void *ctx) {
    out = parent_of((struct task_struct *)bpf_get_current_task());
    return 0;
}

SEC("kretprobe/do_exit")
int after_exit(void *ctx) {
    out = size_of_comm(2) + types_of_pid(3);
    return 0;
}

SEC("raw_tp/sched_process_exit")
int on_process_exit(__u64 *ctx) {
    out = parent_of((struct task_struct *)ctx[0]) + size_of_comm(1);
    return 0;
}
