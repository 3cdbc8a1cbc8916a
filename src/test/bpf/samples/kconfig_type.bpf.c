// CONFIG_BPF_SYSCALL is y, and y is no number: libbpf takes it for a _Bool, a char or a tristate only.
#include "core.h"

extern int CONFIG_BPF_SYSCALL __kconfig;

__u64 out;

SEC("raw_tp/sys_enter")
int on_enter(void *ctx) {
    out = CONFIG_BPF_SYSCALL;
    return 0;
}
