// Rule 13: signed = a signed enum or an INT with exactly the signed bit; 0 for every other kind. rshift and signed are checked.
#ifdef LOCAL
#include "common.h"
enum neg { NEG = -1 }; enum pos { POS = 1 }; enum neg64 { NEG64 = -0x100000000ll };
struct s { int i; u32 u; enum neg n; enum pos p; enum neg64 n64; void *ptr; float fl; char c; _Bool b; struct { int x; } st; s8 tiny; } CORE;
PROG(p) { struct s *f = ctx;
    sink = SIGNED(f->i); sink = SIGNED(f->u); sink = SIGNED(f->n); sink = SIGNED(f->p); sink = SIGNED(f->n64);
    sink = SIGNED(f->c); sink = SIGNED(f->b); sink = SIGNED(f->tiny); return 0; }
#else
enum neg { TNEG = 1 }; enum pos { TPOS = -1 }; enum neg64 { TN64 = 0x100000000ll };
struct s { unsigned i; int u; enum neg n; enum pos p; enum neg64 n64; void *ptr; double fl; unsigned char c; signed char b; struct { int x; } st; unsigned char tiny; };
void f(struct s a) {}
#endif
