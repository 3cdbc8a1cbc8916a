// Rule 32: newer headers are 32 bytes long (layout offset and length after the strings); the header's own length counts.
// target-asm: /^\t\.section[[:space:]]+\.BTF,/,/\.section[[:space:]]+\.BTF\.ext/ { /\.short[[:space:]]+60319/ { n; n; n; s/24/32/; n; n; n; n; s/$/\n\t.long\t0\n\t.long\t0/; } }
// local-asm: /^\t\.section[[:space:]]+\.BTF,/,/\.section[[:space:]]+\.BTF\.ext/ { /\.short[[:space:]]+60319/ { n; n; n; s/24/32/; n; n; n; n; s/$/\n\t.long\t0\n\t.long\t0/; } }
#ifdef LOCAL
#include "common.h"
struct s { int a, b; } CORE;
PROG(p) { struct s *f = ctx; sink = OFF(f->b); return f->a; }
#else
struct s { long pad; int a, b; };
void f(struct s a) {}
#endif
