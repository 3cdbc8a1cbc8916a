// Rule 8: a target path of more than 64 steps fails the object, not just the candidate.
#define A4(x) struct { struct { struct { struct { x }; }; }; };
#define A16(x) A4(A4(A4(A4(x))))
#ifdef LOCAL
#include "common.h"
struct s { int x; } CORE; struct t { int x; } CORE;
PROG(fits) { struct t *f = ctx; sink = OFF(f->x); return 0; }
PROG(p) { struct s *f = ctx; sink = EXISTS(f->x); return 0; }
#else
struct s { int first; A16(A16(A16(A16(int q; int x;)))) };
struct t { int first; A16(A16(A16(A4(int q; int x;)))) };
void f(struct s *a, struct t *b) {}
#endif
