// The change time of a file moved twice: inode.i_ctime (a timespec64), __i_ctime (6.6), i_ctime_sec (6.11).
// This program knows the first two. Its guard is right for 6.6 and leads into the missing field on 6.11 and later.
#include "core.h"

struct timespec64 { __s64 tv_sec; long tv_nsec; } CORE;
struct inode { struct timespec64 __i_ctime; } CORE;
struct inode___before_6_6 { struct timespec64 i_ctime; } CORE;
struct file { struct inode *f_inode; } CORE;

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 1024);
    __type(key, __u32);
    __type(value, __u64);
} changed SEC(".maps");

static __always_inline __u64 change_time(struct inode *inode) {
    if (bpf_core_field_exists(inode->__i_ctime))
        return inode->__i_ctime.tv_sec;
    struct inode___before_6_6 *old = (void *)inode;
    return old->i_ctime.tv_sec;
}

SEC("fentry/vfs_open")
int on_open(__u64 *ctx) {
    struct file *file = (struct file *)ctx[1];
    __u32 pid = bpf_get_current_pid_tgid() >> 32;
    __u64 when = change_time(file->f_inode);
    bpf_map_update_elem(&changed, &pid, &when, 0);
    return 0;
}
