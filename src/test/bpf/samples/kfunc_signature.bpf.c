// Declared without its second parameter, and needed: libbpf refuses the object wherever the function is.
#include "core.h"

struct bpf_cpumask { __u64 bits; };
extern struct bpf_cpumask *bpf_cpumask_create(void) __ksym;
extern void bpf_cpumask_release(struct bpf_cpumask *cpumask) __ksym;
extern void bpf_cpumask_set_cpu(struct bpf_cpumask *cpumask) __ksym;

SEC("fentry/vfs_open")
int on_open(void *ctx) {
    struct bpf_cpumask *mask = bpf_cpumask_create();
    if (!mask)
        return 0;
    bpf_cpumask_set_cpu(mask);
    bpf_cpumask_release(mask);
    return 0;
}
