// Attach targets that come and go: blk_account_io_done is inlined on some kernels, folio_mark_accessed came in 5.16
// (mark_page_accessed before). Programs with `?` are off until a loader turns one on.
#include "core.h"

__u64 hits;

SEC("fentry/blk_account_io_done")
int on_block_done(void *ctx) { hits++; return 0; }

SEC("?fentry/folio_mark_accessed")
int on_folio(void *ctx) { hits++; return 0; }

SEC("?fentry/mark_page_accessed")
int on_page(void *ctx) { hits++; return 0; }

SEC("kprobe/do_unlinkat")
int on_unlink(void *ctx) { hits++; return 0; }

SEC("lsm/file_open")
int on_file_open(void *ctx) { return 0; }
