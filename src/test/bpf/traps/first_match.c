// Rule 8: the first member of the name decides; one of incompatible type ends the search, a later one is not tried.
// target-ir: s/"x_second"/"x"/
#ifdef LOCAL
#include "common.h"
struct s { int x; int y; } CORE;
PROG(p) { struct s *f = ctx; sink = EXISTS(f->x); sink = EXISTS(f->y); return 0; }
#else
struct s { struct { void *x; }; struct { int x_second; int y; }; };
void f(struct s a) {}
#endif
