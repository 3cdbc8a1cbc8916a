// Rule 30: a .BTF.ext with a wrong magic is only warned about: the object loads unrelocated.
// local-asm: /section[[:space:]]+\.BTF\.ext/,$ s/60319/60318/
#ifdef LOCAL
#include "common.h"
struct s { int a, b; } CORE;
PROG(p) { struct s *f = ctx; sink = OFF(f->b); return 0; }
PROG(q) { struct s *f = ctx; return f->a; }
#else
struct s { long pad; int a, b; };
void f(struct s a) {}
#endif
