// A struct without a name can be found on no kernel, and libbpf refuses the whole object for it.
#include "core.h"

__u64 seen;

SEC("raw_tp/sched_switch")
int on_switch(__u64 *ctx) {
    struct { int counter; } CORE *usage = (void *)ctx[1];
    bpf_core_read(&seen, &usage->counter);
    return 0;
}
