// A helper for packets in a program that has none: the helper is in every kernel, and no kernel lets a kprobe call it.
#include "core.h"

static long (*bpf_skb_load_bytes)(const void *skb, __u32 offset, void *to, __u32 len) = (void *)26;

SEC("kprobe/vfs_open")
int on_open(void *ctx) {
    __u32 first = 0;
    return bpf_skb_load_bytes(ctx, 0, &first, sizeof(first));
}
