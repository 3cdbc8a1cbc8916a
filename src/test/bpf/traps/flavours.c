// Rule 1: flavours are cut on both sides; member names are never cut.
#ifdef LOCAL
#include "common.h"
struct foo___v1 { int a; } CORE;
struct foo___v2 { int b; int m___x; } CORE;
struct bar { int a; } CORE;
PROG(p) {
    struct foo___v1 *f = ctx; struct foo___v2 *g = ctx; struct bar *h = ctx;
    sink = EXISTS(f->a); sink = EXISTS(g->b); sink = EXISTS(g->m___x); sink = OFF(h->a); return 0; }
#else
struct foo { long pad; int a; int m; };
struct bar___old { long pad, pad2; int a; };
void f(struct foo a, struct bar___old b) {}
#endif
