// Rule 30: a record size below 16 is only warned about: the object loads unrelocated.
// local-asm: s/16(.*# FieldReloc)/12\1/
#ifdef LOCAL
#include "common.h"
struct s { int a, b; } CORE;
PROG(p) { struct s *f = ctx; sink = OFF(f->b); return 0; }
PROG(q) { struct s *f = ctx; return f->a; }
#else
struct s { long pad; int a, b; };
void f(struct s a) {}
#endif
