// flags: -mcpu=v4
// Rules 23, 24: stores of an immediate (ST) have offset and size patched like any other; sign-extending loads keep their mode.
#ifdef LOCAL
#include "common.h"
struct s { u32 up; u64 down; u16 gone; u32 same; s32 sx; s32 sxw; s16 sh; } CORE;
PROG(up) { struct s *f = ctx; f->up = 7; return 0; }
PROG(down) { struct s *f = ctx; f->down = 7; return 0; }
PROG(gone) { struct s *f = ctx; f->gone = 7; return 0; }
PROG(same) { struct s *f = ctx; f->same = 7; return 0; }
PROG(sx) { struct s *f = ctx; sink = (s64)f->sx; return 0; }
PROG(sxw) { struct s *f = ctx; sink = (s64)f->sxw; return 0; }
PROG(sh) { struct s *f = ctx; sink = (s64)f->sh; return 0; }
#else
struct s { long pad; unsigned long long up; unsigned char down; unsigned same; int sx; long long sxw; short sh; };
void f(struct s a) {}
#endif
