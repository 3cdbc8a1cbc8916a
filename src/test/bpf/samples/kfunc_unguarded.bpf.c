// The same functions as in kfunc_guarded.bpf.c, weak as well, and called without being asked for.
#include "core.h"

extern void bpf_rcu_read_lock(void) __ksym __weak;
extern void bpf_rcu_read_unlock(void) __ksym __weak;

__u64 hits;

SEC("fentry/vfs_open")
int on_open(void *ctx) {
    bpf_rcu_read_lock();
    hits++;
    bpf_rcu_read_unlock();
    return 0;
}
