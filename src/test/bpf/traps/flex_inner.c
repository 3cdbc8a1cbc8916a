// Rule 9: only the outer dimension of a last, named member is flexible; dimensions need not agree.
#ifdef LOCAL
#include "common.h"
struct s { int n; int outer[4][3]; } CORE;
struct in { int n; int inner[3][4]; } CORE;
struct fewer { int m[2][3]; } CORE;
struct nest { int n; struct { int v[2]; } tail; } CORE;
PROG(p) { struct s *f = ctx; sink = EXISTS(f->outer[3][2]); sink = OFF(f->outer[3][2]); return 0; }
PROG(q) { struct in *f = ctx; sink = EXISTS(f->inner[1][2]); return 0; }
PROG(r) { struct fewer *f = ctx; sink = EXISTS(f->m[1]); sink = EXISTS(f->m[1][2]); return 0; }
PROG(t) { struct nest *f = ctx; sink = EXISTS(f->tail.v[1]); return 0; }
#else
struct s { int n; int outer[0][5]; };
struct in { int n; int inner[3][0]; };
struct fewer { int m[6]; };
struct nest { struct { int q; int v[0]; } tail; int after; };
void f(struct s a, struct in b, struct fewer c, struct nest d) {}
#endif
