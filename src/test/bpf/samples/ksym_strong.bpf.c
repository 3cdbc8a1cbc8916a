// The per-CPU variable pcpu_hot came in 6.2 and went in 6.15. It is not declared weak, so other kernels refuse the object.
#include "core.h"

struct pcpu_hot { int cpu_number; } CORE;
extern const struct pcpu_hot pcpu_hot __ksym;

static void *(*bpf_this_cpu_ptr)(const void *percpu_ptr) = (void *)154;

__u64 cpu;

SEC("raw_tp/sys_enter")
int on_enter(void *ctx) {
    const struct pcpu_hot *hot = bpf_this_cpu_ptr(&pcpu_hot);
    cpu = hot->cpu_number;
    return 0;
}
