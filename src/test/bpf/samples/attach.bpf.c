// Attach targets that come and go: folio_mark_accessed came in 5.16 (mark_page_accessed before), so 5.10 refuses this
// object. Programs with `?` are off until a loader turns them on.
#include "core.h"

__u64 hits;

SEC("fentry/vfs_open")
int on_open(void *ctx) { hits++; return 0; }

SEC("fentry/folio_mark_accessed")
int on_folio(void *ctx) { hits++; return 0; }

SEC("?fentry/mark_page_accessed")
int on_page(void *ctx) { hits++; return 0; }

SEC("kprobe/do_unlinkat")
int on_unlink(void *ctx) { hits++; return 0; }

SEC("lsm/file_open")
int on_file_open(void *ctx) { return 0; }
