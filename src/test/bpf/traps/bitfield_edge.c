// Rule 11: no access of at most 8 bytes covers a packed bitfield that straddles: an error that fails the object.
#ifdef LOCAL
#include "common.h"
struct fits { u64 a:40; } CORE;
struct s { u64 a:60; } CORE;
PROG(ok) { struct fits *f = ctx; sink = OFF(f->a); sink = SIZE(f->a); sink = LSH(f->a); sink = RSH(f->a); return 0; }
PROG(p) { struct s *f = ctx; sink = SIZE(f->a); return 0; }
#else
struct fits { unsigned long long pad:20; unsigned long long a:40; } __attribute__((packed));
struct s { unsigned long long pad:7; unsigned long long a:60; } __attribute__((packed));
void f(struct s a, struct fits b) {}
#endif
