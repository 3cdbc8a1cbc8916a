// Rule 14: the size of a[i] is that of the element; a[i] exists.
#ifdef LOCAL
#include "common.h"
struct s { u32 a[4]; struct { u8 x, y; } e[2]; u32 n; } CORE;
PROG(ok) { struct s *f = ctx; sink = SIZE(f->a[1]); sink = EXISTS(f->a[3]); sink = SIZE(f->e[1]); sink = OFF(f->a[3]); sink = SIZE(f->a); return 0; }
#else
struct s { unsigned long long a[4]; struct { int q; char x, y; } e[2]; int n; };
void f(struct s a) {}
#endif
