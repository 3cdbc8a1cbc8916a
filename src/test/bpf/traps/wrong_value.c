// Rule 23: the old value in the instruction must be what the record says (an assembly edit put 40 in its place).
// local-asm: s/(r0 = )4$/\140/
#ifdef LOCAL
#include "common.h"
struct s { int a, b; } CORE;
PROG(alu) { struct s *f = ctx; return OFF(f->b); }
#else
struct s { long pad; int a, b; };
void f(struct s a) {}
#endif
