// Rules 5, 30: records of a section the object does not have are passed over in silence.
// local-asm: /Field reloc section/ s/([0-9]+) .*/1 #/
#ifdef LOCAL
#include "common.h"
struct s { int a, b; } CORE;
PROG(p) { struct s *f = ctx; sink = OFF(f->b); return 0; }
PROG(q) { struct s *f = ctx; return f->a; }
#else
struct s { long pad; int a, b; };
void f(struct s a) {}
#endif
