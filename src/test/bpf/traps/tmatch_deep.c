// Rule 22: members nested 32 deep are an error, not a mismatch.
#define S4(x) struct { struct { struct { struct { x } a; } a; } a; } a;
#define S16(x) S4(S4(S4(S4(x))))
#ifdef LOCAL
#include "common.h"
struct ok { S16(S4(int v;)) }; struct deep { S16(S16(S4(int v;))) };
PROG(fits) { sink = TMATCH(struct ok); return 0; }
PROG(p) { sink = TMATCH(struct deep); return 0; }
#else
struct ok { S16(S4(int v;)) }; struct deep { S16(S16(S4(int v;))) };
void f(struct ok *a, struct deep *b) {}
#endif
