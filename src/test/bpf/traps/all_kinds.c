// All 13 kinds of relocation once, resolving on this target; and each once more on what the target lacks.
#ifdef LOCAL
#include "common.h"
struct s { int a; u32 b:3; } CORE; enum en { EN_A = 1, EN_GONE = 2 }; struct gone { int a; u32 b:3; } CORE; struct same { int x; };
PROG(found) { struct s *f = ctx;
    sink = OFF(f->a); sink = SIZE(f->a); sink = EXISTS(f->a); sink = SIGNED(f->a); sink = LSH(f->b); sink = RSH(f->b);
    sink = TIDL(struct s); sink = TIDT(struct s); sink = TEXISTS(struct s); sink = TSIZE(struct s);
    sink = EE(enum en, EN_A); sink = EV(enum en, EN_A); sink = TMATCH(struct same); return 0; }
PROG(missing) { struct gone *f = ctx;
    sink = OFF(f->a); sink = SIZE(f->a); sink = EXISTS(f->a); sink = SIGNED(f->a); sink = LSH(f->b); sink = RSH(f->b);
    sink = TIDL(struct gone); sink = TIDT(struct gone); sink = TEXISTS(struct gone); sink = TSIZE(struct gone);
    sink = EE(enum en, EN_GONE); sink = EV(enum en, EN_GONE); sink = TMATCH(struct gone); return 0; }
#else
struct s { long pad; long a; unsigned char b:3; }; enum en { EN_X, EN_A = 77 }; struct same { int before; int x; };
void f(struct s a, enum en b, struct same c) {}
#endif
