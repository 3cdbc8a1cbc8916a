// Rule 30: a record size that is no multiple of 4 is only warned about: the object loads unrelocated.
// local-asm: s/16(.*# FieldReloc)/18\1/
#ifdef LOCAL
#include "common.h"
struct s { int a, b; } CORE;
PROG(p) { struct s *f = ctx; sink = OFF(f->b); return 0; }
PROG(q) { struct s *f = ctx; return f->a; }
#else
struct s { long pad; int a, b; };
void f(struct s a) {}
#endif
