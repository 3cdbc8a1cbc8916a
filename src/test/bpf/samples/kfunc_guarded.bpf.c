// A function of the kernel that came in 6.2, declared weak and asked for before it is called.
#include "core.h"

extern void bpf_rcu_read_lock(void) __ksym __weak;
extern void bpf_rcu_read_unlock(void) __ksym __weak;

__u64 hits;

SEC("fentry/vfs_open")
int on_open(void *ctx) {
    if (bpf_rcu_read_lock && bpf_rcu_read_unlock) {
        bpf_rcu_read_lock();
        hits++;
        bpf_rcu_read_unlock();
    }
    return 0;
}
