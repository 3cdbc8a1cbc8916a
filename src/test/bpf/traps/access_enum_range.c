// Rule 7: enumerator kinds want one index on an enum, within its values (the last one is edited out of range).
// local-asm: s/\.byte[[:space:]]+49( .*string offset)/.byte 57\1/
#ifdef LOCAL
#include "common.h"
enum en { EN_A, EN_B };
PROG(good) { sink = EE(enum en, EN_A); return 0; }
PROG(p) { sink = EE(enum en, EN_B); return 0; }
#else
enum en { EN_A, EN_B };
void f(enum en b) {}
#endif
