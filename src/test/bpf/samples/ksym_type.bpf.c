// The kernel's runqueues are structs. Declared as anything else the object is refused, weak or not.
#include "core.h"

extern const int runqueues __ksym __weak;

__u64 out;

SEC("raw_tp/sys_enter")
int on_enter(void *ctx) {
    out = (__u64)&runqueues;
    return 0;
}
