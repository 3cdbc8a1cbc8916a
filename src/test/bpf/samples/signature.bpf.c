// vfs_unlink(dir, dentry, delegated) became vfs_unlink(namespace, dir, dentry, delegated) in 5.12. This program is written
// for the newer one: on 5.10 there is no fourth parameter to read.
#include "core.h"

struct qstr { const unsigned char *name; } CORE;
struct dentry { struct qstr d_name; } CORE;

__u64 name, delegated;

SEC("fentry/vfs_unlink")
int on_unlink(__u64 *ctx) {
    struct dentry *dentry = (struct dentry *)ctx[2];
    name = (__u64)dentry->d_name.name;
    delegated = ctx[3];
    return 0;
}
