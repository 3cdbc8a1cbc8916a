// PG_slab stopped being a flag of pages between 6.1 and 6.12: what a page is became a type of its own.
#include "core.h"

enum pageflags { PG_slab = 9 };

__u64 mask;

SEC("raw_tp/sys_enter")
int on_enter(void *ctx) {
    mask = 1ull << bpf_core_enum_value(enum pageflags, PG_slab);
    return 0;
}
