// An enumerator beyond 2^31: clang writes 0x00000000efffffff into the instruction, libbpf extends the sign of what the
// object's types say and expects 0xffffffffefffffff there.
#include "core.h"

enum e820_type { E820_TYPE_SOFT_RESERVED = 0xefffffff };

__u64 soft_reserved;

SEC("raw_tp/sys_enter")
int on_enter(void *ctx) {
    soft_reserved = bpf_core_enum_value(enum e820_type, E820_TYPE_SOFT_RESERVED);
    return 0;
}
