// Rules 17, 25: enumerator values are two-slot loads; a missing one poisons both slots, even mid-program.
#ifdef LOCAL
#include "common.h"
enum en { EN_A = 3, EN_GONE = 4 }; enum wide { WIDE_A = 0x1122334455667788ull }; enum neg64 { N64 = -0x1122334455667788ll };
PROG(p) { sink = EV(enum en, EN_A); sink = EV(enum en, EN_GONE); sink = EV(enum wide, WIDE_A); sink = EV(enum neg64, N64); return 7; }
PROG(guard) { if (EE(enum en, EN_GONE)) sink = EV(enum en, EN_GONE); return 0; }
#else
enum en { EN_A = 0xffffffffffffull }; enum wide { WIDE_A = 1 }; enum neg64 { N64 = -2 };
void f(enum en a, enum wide b, enum neg64 c) {}
#endif
