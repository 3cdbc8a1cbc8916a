// Kernel configuration as constants: a strong option every kernel has, weak ones that may be absent, the version itself.
// The branch a kernel's configuration closes hides a field that kernel does not have.
#include "core.h"

// libbpf knows a tristate by exactly this name
enum libbpf_tristate { TRI_NO = 0, TRI_YES = 1, TRI_MODULE = 2 };
extern int LINUX_KERNEL_VERSION __kconfig;
extern _Bool LINUX_HAS_BPF_COOKIE __kconfig __weak;
extern _Bool CONFIG_BPF_SYSCALL __kconfig;
extern int CONFIG_HZ __kconfig;
extern enum libbpf_tristate CONFIG_NF_CONNTRACK __kconfig __weak;
extern _Bool CONFIG_SCHED_CLASS_EXT __kconfig __weak;
extern char CONFIG_DEFAULT_HOSTNAME[16] __kconfig __weak;
extern int CONFIG_OF_ANOTHER_PLANET __kconfig __weak;

struct sched_ext_entity { unsigned int flags; } CORE;
struct task_struct { unsigned int __state; struct sched_ext_entity scx; } CORE;
struct task_struct___old { long state; } CORE;

__u64 out[4];

SEC("raw_tp/sched_switch")
int on_switch(__u64 *ctx) {
    struct task_struct *task = (void *)ctx[1];
    struct task_struct___old *old = (void *)task;
    if (CONFIG_SCHED_CLASS_EXT)
        bpf_core_read(&out[0], &task->scx.flags);
    if (LINUX_KERNEL_VERSION >= 0x050e00)
        bpf_core_read(&out[1], &task->__state);
    else
        bpf_core_read(&out[1], &old->state);
    out[2] = CONFIG_HZ + CONFIG_BPF_SYSCALL + CONFIG_OF_ANOTHER_PLANET + CONFIG_DEFAULT_HOSTNAME[0];
    if (CONFIG_NF_CONNTRACK != TRI_NO && LINUX_HAS_BPF_COOKIE)
        out[3]++;
    return 0;
}
