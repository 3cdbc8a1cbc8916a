// inode.i_state: an unsigned long until 6.11, 32 bits since 6.12, an enum in 6.18, a struct since 6.19. bpf_core_read copies
// as many bytes as the object's own type has, so from the 32 bits it copies four bytes of what lies behind as well.
#include "core.h"

struct inode { unsigned long i_state; } CORE;
struct file { struct inode *f_inode; } CORE;

__u64 seen;

SEC("fentry/vfs_open")
int on_open(__u64 *ctx) {
    struct file *file = (struct file *)ctx[1];
    struct inode *inode = file->f_inode;
    unsigned long state = 0;
    bpf_core_read(&state, &inode->i_state);
    seen = state;
    return 0;
}
