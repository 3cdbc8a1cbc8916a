// Rule 2: a root that is only forward-declared meets only forward declarations, and a struct only structs.
// local-ir: s/(DICompositeType\(tag: DW_TAG_structure_type, name: "(only_fwd|both_fwd)").*/\1, flags: DIFlagFwdDecl)/
// target-ir: s/(DICompositeType\(tag: DW_TAG_structure_type, name: "(as_fwd|both_fwd)").*/\1, flags: DIFlagFwdDecl)/
#ifdef LOCAL
#include "common.h"
struct only_fwd { int a; }; struct as_fwd { int a; }; struct both_fwd { int a; };
PROG(p) { sink = TEXISTS(struct only_fwd); sink = TEXISTS(struct as_fwd); sink = TEXISTS(struct both_fwd); return 0; }
#else
struct only_fwd { int a; }; struct as_fwd { int a; }; struct both_fwd { int a; };
void f(struct only_fwd *a, struct as_fwd *b, struct both_fwd *c) {}
#endif
