// Rule 5: two programs in one section, loaded or not by the section's name only; the record order is that of .BTF.ext.
#ifdef LOCAL
#include "common.h"
struct foo { int a, gone; } CORE;
SEC("?kprobe/x") int off_a(void *ctx) { struct foo *f = ctx; sink = OFF(f->a); return 0; }
SEC("?kprobe/x") int off_b(void *ctx) { struct foo *f = ctx; sink = OFF(f->gone); return 0; }
SEC("kprobe/x") int on(void *ctx) { struct foo *f = ctx; sink = OFF(f->a); return 0; }
#else
struct foo { long pad; int a; };
void f(struct foo a) {}
#endif
