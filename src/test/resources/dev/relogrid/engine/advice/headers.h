// What snippets expect of bpf_helpers.h and bpf_core_read.h, beyond what the samples need of them.
#include "core.h"

struct pt_regs;

#define bpf_ksym_exists(symbol) (!!(symbol))

#define READ(from, field) ({ \
    typeof((from)->field) read_; \
    bpf_core_read(&read_, &(from)->field); \
    read_; \
})
// clang takes no such reads inside each other
#define READ_1(a, b) READ(a, b)
#define READ_2(a, b, c) ({ typeof((a)->b) first_ = READ(a, b); READ(first_, c); })
#define READ_3(a, b, c, d) ({ typeof((a)->b->c) second_ = READ_2(a, b, c); READ(second_, d); })
#define PICK(a, b, c, d, read, ...) read
#define BPF_CORE_READ(...) PICK(__VA_ARGS__, READ_3, READ_2, READ_1)(__VA_ARGS__)

#define BPF_CORE_READ_BITFIELD_PROBED(from, field) ({ \
    unsigned long long bits_ = 0; \
    bpf_probe_read_kernel(&bits_, __builtin_preserve_field_info((from)->field, 1), \
        (const char *)(from) + __builtin_preserve_field_info((from)->field, 0)); \
    bits_ <<= __builtin_preserve_field_info((from)->field, 4); \
    __builtin_preserve_field_info((from)->field, 3) \
        ? (unsigned long long)((long long)bits_ >> __builtin_preserve_field_info((from)->field, 5)) \
        : bits_ >> __builtin_preserve_field_info((from)->field, 5); \
})
