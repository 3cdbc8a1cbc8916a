// Three drivers have a struct irq_info of their own, and all are in the types of an amd64 kernel.
#include "core.h"

struct irq_info { unsigned int irq; } CORE;

__u64 seen;

SEC("raw_tp/irq_handler_entry")
int on_irq(__u64 *ctx) {
    struct irq_info *info = (struct irq_info *)ctx[0];
    bpf_core_read(&seen, &info->irq);
    return 0;
}
