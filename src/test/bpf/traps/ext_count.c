// Rule 30: more records than the section holds is only warned about: the object loads unrelocated.
// local-asm: /# FieldReloc/,$ { /Field reloc section/ { n; s/2/2000/; } }
#ifdef LOCAL
#include "common.h"
struct s { int a, b; } CORE;
PROG(p) { struct s *f = ctx; sink = OFF(f->b); return 0; }
PROG(q) { struct s *f = ctx; return f->a; }
#else
struct s { long pad; int a, b; };
void f(struct s a) {}
#endif
