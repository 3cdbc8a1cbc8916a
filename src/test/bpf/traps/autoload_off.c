// Rule 5: records of programs that are not loaded by default neither resolve nor narrow candidate lists;
// so `later` is ambiguous, although `first` would have narrowed the list. Subprograms always count.
#ifdef LOCAL
#include "common.h"
struct foo { int only_a; int y; } CORE;
struct bar { int z; } CORE;
__attribute__((noinline)) static int sub(void *ctx) { struct bar *b = ctx; sink = OFF(b->z); return 0; }
SEC("?raw_tp/sys_enter") int first(void *ctx) { struct foo *f = ctx; sink = EXISTS(f->only_a); sub(ctx); return 0; }
SEC("raw_tp/sys_exit") int later(void *ctx) { struct foo *f = ctx; sink = OFF(f->y); return 0; }
#else
struct foo { int only_a; int y; }; struct foo___2 { long pad; int y; }; struct bar { long pad; int z; };
void f(struct foo a, struct foo___2 b, struct bar c) {}
#endif
