// Rules 5, 26: static and global subprograms in .text, several sections, weak subprograms: one candidate list for all.
#ifdef LOCAL
#include "common.h"
struct foo { int a; int b; } CORE;
__attribute__((noinline)) static int st(struct foo *f) { return f->a; }
__attribute__((noinline)) int gl(struct foo *f) { return f ? (int)OFF(f->b) : 0; }
__attribute__((noinline, weak)) int wk(struct foo *f) { return f ? (int)SIZE(f->b) : 0; }
SEC("raw_tp/a") int one(void *ctx) { struct foo *f = ctx; return st(f) + gl(f) + f->b; }
SEC("raw_tp/b") int two(void *ctx) { struct foo *f = ctx; return gl(f) + wk(f) + f->a; }
#else
struct foo { long pad; int b; int a; };
void f(struct foo a) {}
#endif
