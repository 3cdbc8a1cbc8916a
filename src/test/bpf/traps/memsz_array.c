// Rule 24: the size that matters is that of the innermost element, on both sides.
#ifdef LOCAL
#include "common.h"
struct s { u32 up[4]; u64 down[2][2]; s32 sgn[4]; void *p[4]; u16 st[4]; } CORE;
PROG(up) { struct s *f = ctx; return f->up[3]; }
PROG(down) { struct s *f = ctx; return f->down[1][1]; }
PROG(sgn) { struct s *f = ctx; return f->sgn[2]; }
PROG(ptr) { struct s *f = ctx; return (long)f->p[2]; }
PROG(store) { struct s *f = ctx; f->st[3] = 7; f->up[1] = 9; return 0; }
#else
struct s { unsigned long long up[4]; unsigned char down[2][2]; long long sgn[4]; void *p[6]; unsigned st[4]; };
void f(struct s a) {}
#endif
