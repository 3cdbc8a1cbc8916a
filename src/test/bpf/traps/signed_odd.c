// Rule 13: the sign of a pointer, float or struct is 0, not an error (clang refuses to ask; kind and value are edited in).
// local-asm: /# FieldReloc/,/\.section/ { /\.Ltmp/ { n; n; n; s/1$/3/; } }
// local-asm: s/(r0 = )[48]$/\10/
#ifdef LOCAL
#include "common.h"
struct s { void *ptr; float fl; struct { int x; } st; } CORE;
PROG(ptr) { struct s *f = ctx; return SIZE(f->ptr); }
PROG(fl) { struct s *f = ctx; return SIZE(f->fl); }
PROG(st) { struct s *f = ctx; return SIZE(f->st); }
#else
struct s { int pad; void *ptr; float fl; struct { int x; } st; };
void f(struct s *a) {}
#endif
