// file.f_version was removed in 6.12 and nothing took its place for all files.
#include "core.h"

struct file { __u64 f_version; } CORE;

__u64 seen;

SEC("fentry/vfs_open")
int on_open(__u64 *ctx) {
    struct file *file = (struct file *)ctx[1];
    seen = file->f_version;
    return 0;
}
