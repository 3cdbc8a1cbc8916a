// Small things of the system that everything needs.
#ifndef SYSTEM_H
#define SYSTEM_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

double now(void); // seconds, monotonic
uint64_t now_ns(void);

// To the console: for people, and for what happens before there is a way out.
__attribute__((format(printf, 1, 2))) void say(const char *fmt, ...);
void open_console(void);

// The first n-1 bytes of a small file without newlines at its end; its length or -errno.
long read_small(const char *path, char *b, size_t n);
bool write_file(const char *path, const void *d, size_t n); // creates or truncates; false with errno
long tainted(void);
long oom_kills(void); // since boot; -1 when the kernel does not count
uint64_t free_bytes(void); // memory that can be had without ending anyone
const char *errno_name(int e); // "EINVAL", also of the kernel's own ENOTSUPP; "" when it has none

// Zeroed memory that a fork does not copy page tables for; n + 1 bytes, so that text in it ends. NULL with errno.
void *shared_mem(size_t n);
void shared_free(void *p, size_t n);

#endif
