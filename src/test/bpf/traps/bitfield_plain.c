// Rule 11: a bitfield on one side only. Offsets resolve; a direct load of the plain local field is poisoned.
#ifdef LOCAL
#include "common.h"
struct s { u32 was_plain; u32 was_bits:5; u32 pad; } CORE;
PROG(load) { struct s *f = ctx; return f->was_plain; }
PROG(info) { struct s *f = ctx; sink = OFF(f->was_plain); sink = SIZE(f->was_plain); sink = LSH(f->was_plain); sink = RSH(f->was_plain); return 0; }
PROG(back) { struct s *f = ctx; sink = OFF(f->was_bits); sink = SIZE(f->was_bits); sink = LSH(f->was_bits); sink = RSH(f->was_bits); return 0; }
PROG(store) { struct s *f = ctx; f->was_plain = 1; return 0; }
#else
struct s { unsigned long long q; unsigned was_plain:9; unsigned rest:23; unsigned short was_bits; };
void f(struct s a) {}
#endif
