// Rule 30: a type id out of range inside a sound .BTF.ext fails the object.
// local-asm: /# FieldReloc/,/\.section/ { /\.Ltmp/ { n; s/[0-9]+$/4000/; } }
#ifdef LOCAL
#include "common.h"
struct s { int a, b; } CORE;
PROG(p) { struct s *f = ctx; sink = OFF(f->b); return 0; }
PROG(q) { struct s *f = ctx; return f->a; }
#else
struct s { long pad; int a, b; };
void f(struct s a) {}
#endif
