// Rule 7: type-based kinds want exactly "0"; enumerator kinds one index on an enum.
// local-asm: s/"0:4"/"0:0"/
// local-asm: s/^(\t\.ascii\t)"1"(.*)$/\1"9"\2/
#ifdef LOCAL
#include "common.h"
struct s { int a, b, c, d, e; } CORE;
enum en { EN_A, EN_B };
PROG(p) { sink = EE(enum en, EN_B); return 0; }
PROG(q) { struct s *f = ctx; sink = OFF(f->e); return 0; }
#else
struct s { long pad; int a, b, c, d, e; }; enum en { EN_A, EN_B };
void f(struct s a, enum en b) {}
#endif
