// The second parameter of vfs_unlink was the dentry until 5.11; since 5.12 it is the directory, and the dentry is the third.
// A probe reads registers and nobody minds: it goes on reading something else.
#include "core.h"

struct qstr { const unsigned char *name; } CORE;
struct dentry { struct qstr d_name; } CORE;
// as the kernel has it on amd64
struct pt_regs { unsigned long others[12], dx, si, di; };

__u64 name;

SEC("kprobe/vfs_unlink")
int on_unlink(struct pt_regs *ctx) {
    struct dentry *dentry = (struct dentry *)ctx->si;
    bpf_core_read(&name, &dentry->d_name.name);
    return 0;
}
