// ctime.bpf.c as it should be: all three homes of the change time, the newest asked for first.
#include "core.h"

struct timespec64 { __s64 tv_sec; long tv_nsec; } CORE;
struct inode { __s64 i_ctime_sec; } CORE;
struct inode___6_6 { struct timespec64 __i_ctime; } CORE;
struct inode___before_6_6 { struct timespec64 i_ctime; } CORE;
struct file { struct inode *f_inode; } CORE;

__u64 last_change;

SEC("fentry/vfs_open")
int on_open(__u64 *ctx) {
    struct file *file = (struct file *)ctx[1];
    struct inode *inode = file->f_inode;
    struct inode___6_6 *middle = (void *)inode;
    struct inode___before_6_6 *old = (void *)inode;
    if (bpf_core_field_exists(inode->i_ctime_sec))
        last_change = inode->i_ctime_sec;
    else if (bpf_core_field_exists(middle->__i_ctime))
        last_change = middle->__i_ctime.tv_sec;
    else
        last_change = old->i_ctime.tv_sec;
    return 0;
}
