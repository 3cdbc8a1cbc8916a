// Rule 23: a record that points at an instruction it cannot patch (here the next one, a store or exit) is an error.
// local-asm: /# FieldReloc/,/\.section/ s/(\.long[[:space:]]+\.Ltmp[0-9]+)$/\1+8/
#ifdef LOCAL
#include "common.h"
struct s { int a; } CORE;
PROG(exit_insn) { struct s *f = ctx; return OFF(f->a); }
#else
struct s { long pad; int a; };
void f(struct s a) {}
#endif
