// Variables of the kernel: typed (looked up in BTF), untyped (in kallsyms), weak ones that may be missing.
#include "core.h"

struct rq { int cpu; } CORE;
extern const struct rq runqueues __ksym __weak;
extern const int bpf_prog_active __ksym __weak;
extern const void init_task __ksym __weak;
extern const void symbol_of_another_planet __ksym __weak;

__u64 out[4];

static void *(*bpf_per_cpu_ptr)(const void *percpu_ptr, __u32 cpu) = (void *)153;

SEC("raw_tp/sys_enter")
int on_enter(__u64 *ctx) {
    if (&runqueues) {
        struct rq *rq = bpf_per_cpu_ptr(&runqueues, 0);
        if (rq)
            out[0] = rq->cpu;
    }
    out[1] = (__u64)&bpf_prog_active;
    out[2] = (__u64)&init_task;
    out[3] = (__u64)&symbol_of_another_planet;
    return 0;
}
