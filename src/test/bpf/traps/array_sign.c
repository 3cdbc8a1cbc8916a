// Rule 14: signed of an array element is an error that fails the object (clang refuses to say so; the kind is edited in).
// local-asm: /# FieldReloc/,/\.section/ { /\.Ltmp/ { n; n; n; s/1$/3/; } }
#ifdef LOCAL
#include "common.h"
struct s { u32 a[4]; u32 n; } CORE;
PROG(p) { struct s *f = ctx; sink = SIZE(f->a[1]); return 0; }
#else
struct s { unsigned long long a[4]; int n; };
void f(struct s a) {}
#endif
