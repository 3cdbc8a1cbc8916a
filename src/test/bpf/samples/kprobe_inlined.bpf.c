// Until 6.12 this function has a symbol. In 6.16 the compiler left only blk_account_io_done.part.0 of it, which has other
// parameters, and there is nothing of its own name to probe.
#include "core.h"

__u64 requests;

SEC("kprobe/blk_account_io_done")
int on_done(void *ctx) {
    __sync_fetch_and_add(&requests, 1);
    return 0;
}
