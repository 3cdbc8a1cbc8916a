// Rule 21: a chain of 32 levels below the root is an error that fails the object; one of fewer is just compared.
#define P4(t) t ****
#define P16(t) P4(P4(P4(P4(t))))
#ifdef LOCAL
#include "common.h"
typedef P16(P4(P4(P4(int)))) ok; typedef P16(P16(P4(int))) deep;
PROG(fits) { sink = TEXISTS(ok); return 0; }
PROG(p) { sink = TEXISTS(deep); return 0; }
#else
typedef P16(P4(P4(P4(int)))) ok; typedef P16(P16(P4(int))) deep;
void f(ok a, deep b) {}
#endif
