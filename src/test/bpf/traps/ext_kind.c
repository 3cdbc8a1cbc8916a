// Rule 30: an unknown kind of relocation inside a sound .BTF.ext fails the object.
// local-asm: /# FieldReloc/,/\.section/ { /\.Ltmp/ { n; n; n; s/0$/13/; } }
#ifdef LOCAL
#include "common.h"
struct s { int a, b; } CORE;
PROG(p) { struct s *f = ctx; sink = OFF(f->b); return 0; }
PROG(q) { struct s *f = ctx; return f->a; }
#else
struct s { long pad; int a, b; };
void f(struct s a) {}
#endif
