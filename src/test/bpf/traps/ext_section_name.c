// Rule 30: an empty section name fails the object.
// local-asm: /Field reloc section/ s/[0-9]+(.*)/0 #/
#ifdef LOCAL
#include "common.h"
struct s { int a, b; } CORE;
PROG(p) { struct s *f = ctx; sink = OFF(f->b); return 0; }
PROG(q) { struct s *f = ctx; return f->a; }
#else
struct s { long pad; int a, b; };
void f(struct s a) {}
#endif
