// Rules 5, 30: a record past the section belongs to no program and is passed over.
// local-asm: /# FieldReloc/,/\.section/ s/(\.long[[:space:]]+\.Ltmp[0-9]+)$/\1+8000/
#ifdef LOCAL
#include "common.h"
struct s { int a, b; } CORE;
PROG(p) { struct s *f = ctx; return OFF(f->b); }
#else
struct s { long pad; int a, b; };
void f(struct s a) {}
#endif
