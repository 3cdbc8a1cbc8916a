// Rule 7: access strings. 10: leading blank and 11: leading zero are fine; 12..15: empty part, leading and trailing
// colon, junk are refused; 16: no such member.
// local-asm: s/"0:10"/"0: 9"/; s/"0:11"/"0:09"/; s/"0:12"/"0::1"/; s/"0:13"/":0:1"/; s/"0:14"/"0:1:"/; s/"0:15"/"0:1x"/; s/"0:16"/"0:99"/
#ifdef LOCAL
#include "common.h"
struct s { int m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17; } CORE;
PROG(blank) { struct s *f = ctx; sink = EXISTS(f->m10); return 0; }
PROG(zero) { struct s *f = ctx; sink = EXISTS(f->m11); return 0; }
PROG(empty) { struct s *f = ctx; sink = EXISTS(f->m12); return 0; }
PROG(lead) { struct s *f = ctx; sink = EXISTS(f->m13); return 0; }
PROG(trail) { struct s *f = ctx; sink = EXISTS(f->m14); return 0; }
PROG(junk) { struct s *f = ctx; sink = EXISTS(f->m15); return 0; }
PROG(range) { struct s *f = ctx; sink = EXISTS(f->m16); return 0; }
PROG(good) { struct s *f = ctx; sink = OFF(f->m17); return 0; }
#else
struct s { long pad; int m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17; };
void f(struct s a) {}
#endif
