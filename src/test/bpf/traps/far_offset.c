// Rule 19: bit offsets are 32 bits wide: an offset of 600,000,000 bytes wraps and no longer equals clang's own.
#ifdef LOCAL
#include "common.h"
struct s { u32 a[200000000]; } CORE;
PROG(near) { struct s *f = ctx; sink = OFF(f->a[100000000]); return 0; }
PROG(far) { struct s *f = ctx; sink = OFF(f->a[150000000]); return 0; }
#else
struct s { int first; unsigned a[200000000]; };
void f(struct s *a) {}
#endif
