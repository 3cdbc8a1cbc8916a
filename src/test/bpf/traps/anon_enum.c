// Rule 6: enumerators of an anonymous enum have an anonymous root: the search fails and with it the object.
#ifdef LOCAL
#include "common.h"
typedef enum { TD_A = 2 } named;
enum { ANON_A = 3 };
PROG(typedefed) { sink = EV(named, TD_A); sink = EE(named, TD_A); return 0; }
PROG(p) { sink = EV(enum { OTHER }, OTHER); return 0; }
#else
typedef enum { TD_A = 20 } named;
void f(named a) {}
#endif
