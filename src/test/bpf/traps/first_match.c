// Rule 8: the first member of the name decides within one struct. If it sits in an anonymous member and its type is
// incompatible, libbpf goes on after that anonymous member, but its index and offset stay in the target's path.
// target-ir: s/"x_second"/"x"/
#ifdef LOCAL
#include "common.h"
struct s { int x; int y; int z; } CORE;
struct gone { int x; } CORE;
PROG(p) { struct s *f = ctx; sink = EXISTS(f->x); sink = OFF(f->x); sink = OFF(f->y); sink = OFF(f->z); return 0; }
PROG(q) { struct gone *f = ctx; sink = EXISTS(f->x); return 0; }
#else
struct s { struct { int pad; int pad2; void *x; }; struct { int q; int x_second; int y; }; int z; };
struct gone { void *x; int x_second; };
void f(struct s *a, struct gone *b) {}
#endif
