// Rule 7: type-based kinds want exactly "0" as access string; here it is "1".
// local-asm: s/\.byte[[:space:]]+48( .*string offset)/.byte 49\1/
#ifdef LOCAL
#include "common.h"
struct s { int a; };
PROG(p) { sink = TEXISTS(struct s); return 0; }
PROG(q) { sink = TIDL(struct s); return 0; }
#else
struct s { int a; };
void f(struct s b) {}
#endif
