// Rule 2: the root is what the code names. A typedef meets typedefs only, whatever they stand for; modifiers are no roots.
#ifdef LOCAL
#include "common.h"
typedef struct { int a, b; } CORE both;
typedef struct { int a, b; } CORE now_struct;
typedef struct { int a, b; } CORE chain;
typedef struct { int a, b; } CORE to_union___v;
PROG(p) { both *f = ctx; sink = OFF(f->b); sink = EXISTS(f->a); return 0; }
PROG(q) { now_struct *f = ctx; sink = EXISTS(f->b); return 0; }
PROG(r) { chain *f = ctx; sink = OFF(f->b); return 0; }
PROG(s) { to_union___v *f = ctx; sink = OFF(f->b); return 0; }
#else
typedef struct { long pad; int b; } both;
struct now_struct { long pad; int a, b; };
struct deep { long pad; int b; }; typedef const struct deep c1; typedef c1 c2; typedef c2 chain;
typedef union { long pad; int b; } to_union;
void f(both *a, struct now_struct *b, chain *c, to_union *d) {}
#endif
