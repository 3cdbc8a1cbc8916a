// Rule 23: an access string that names another member than the instruction was compiled for: the old value does not fit.
// local-asm: s/"0:4"/"0:0"/
#ifdef LOCAL
#include "common.h"
struct s { int a, b, c, d, e; } CORE;
PROG(q) { struct s *f = ctx; sink = OFF(f->e); return 0; }
#else
struct s { long pad; int a, b, c, d, e; };
void f(struct s a) {}
#endif
