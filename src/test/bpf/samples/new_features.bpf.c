// A map type (arena, 6.9) and a helper (bpf_user_ringbuf_drain, 6.1) that older kernels do not know.
#include "core.h"

struct {
    __uint(type, 33);
    __uint(map_flags, 1 << 10);
    __uint(max_entries, 4);
} arena SEC(".maps");

struct {
    __uint(type, 31);
    __uint(max_entries, 4096);
} from_user SEC(".maps");

static long (*bpf_user_ringbuf_drain)(void *map, void *callback, void *ctx, __u64 flags) = (void *)209;

static long on_sample(void *dynptr, void *ctx) { return 0; }

SEC("raw_tp/sys_enter")
int on_enter(void *ctx) {
    bpf_user_ringbuf_drain(&from_user, on_sample, 0, 0);
    return 0;
}

SEC("?raw_tp/sys_exit")
int on_exit(void *ctx) { return (long)&arena != 0; }
