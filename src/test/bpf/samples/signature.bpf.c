// vfs_mkdir(dir, dentry, mode) became vfs_mkdir(namespace, dir, dentry, mode) in 5.12. This program is written
// for the newer one: on 5.10 there is no fourth parameter to read.
#include "core.h"

struct qstr { const unsigned char *name; } CORE;
struct dentry { struct qstr d_name; } CORE;

__u64 name, mode;

SEC("fentry/vfs_mkdir")
int on_mkdir(__u64 *ctx) {
    struct dentry *dentry = (struct dentry *)ctx[2];
    name = (__u64)dentry->d_name.name;
    mode = ctx[3];
    return 0;
}
