// Rule 22: type_matches compares the names of ints. gcc and pahole say `long long int` and give `char` no sign bit,
// clang says `long long` and signs `char`: an equal layout does not match. Do not normalise.
// flags: -fno-signed-char
// target-ir: s/(DIBasicType\(name: )"long long"/\1"long long int"/
// local-ir: s/(name: "char", size: 8, encoding: )DW_ATE_unsigned_char/\1DW_ATE_signed_char/
#ifdef LOCAL
#include "common.h"
struct ts { long long sec; long nsec; }; struct comm { char c[16]; }; struct same { int a; struct { int b; }; };
struct fl___v { int a___v; }; struct ptr { struct same *p; struct comm *q; }; struct fnp { int (*f)(struct same *, long); };
PROG(p) { sink = TMATCH(struct ts); sink = TMATCH(struct comm); sink = TMATCH(struct same); sink = TMATCH(struct fl___v); sink = TMATCH(struct ptr); sink = TMATCH(struct fnp); return 0; }
#else
struct ts { long long sec; long nsec; }; struct comm { char c[16]; }; struct same { int z; struct { int b; }; int a; };
struct fl { int a; }; struct ptr { struct same *p; struct comm *q; }; struct fnp { int (*f)(struct same *, long); };
void f(struct ts *a, struct comm *b, struct same *c) {} void g(struct fl *d, struct ptr *e, struct fnp *a) {}
#endif
