// Rules 30, 31: records longer than 16 bytes are fine in the machine's own byte order; foreign ones must have exactly 16.
// local-asm: /# FieldReloc/,/\.section/ { s/16(.*# FieldReloc)/20\1/; /\.Ltmp/ { n; n; n; s/$/\n\t.long\t0/; } }
// local-asm: /section[[:space:]]+\.BTF\.ext/,/# FuncInfo/ s/^(\t\.long\t)44$/\152/
#ifdef LOCAL
#include "common.h"
struct s { int a, b; } CORE;
PROG(p) { struct s *f = ctx; sink = OFF(f->b); return f->a; }
#else
struct s { long pad; int a, b; };
void f(struct s a) {}
#endif
