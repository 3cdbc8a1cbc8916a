// Functions of the kernel itself: bpf_cpumask_create came in 6.3 (needed here), bpf_iter_bits_new in 6.11 (weak, asked
// for); one that no kernel has. A call of a weak one that is absent is poisoned.
#include "core.h"

// declared in full: a forward declaration is not compatible with the kernel's struct (kfunc_forward.bpf.c)
struct bpf_cpumask { __u64 bits; };
struct bpf_iter_bits { __u64 __opaque[2]; } __attribute__((aligned(8)));
extern struct bpf_cpumask *bpf_cpumask_create(void) __ksym;
extern void bpf_cpumask_release(struct bpf_cpumask *cpumask) __ksym;
extern int bpf_iter_bits_new(struct bpf_iter_bits *it, const __u64 *unsafe_ptr__ign, __u32 nr_words) __ksym __weak;
extern void bpf_iter_bits_destroy(struct bpf_iter_bits *it) __ksym __weak;
extern void bpf_of_another_planet(void) __ksym __weak;

SEC("fentry/vfs_open")
int on_open(__u64 *ctx) {
    struct bpf_cpumask *mask = bpf_cpumask_create();
    if (mask)
        bpf_cpumask_release(mask);
    if (bpf_iter_bits_new) {
        struct bpf_iter_bits it;
        __u64 bits = 5;
        bpf_iter_bits_new(&it, &bits, 1);
        bpf_iter_bits_destroy(&it);
    }
    if (bpf_of_another_planet)
        bpf_of_another_planet();
    return 0;
}
