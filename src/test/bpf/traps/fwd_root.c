// Rule 2: a root that is only forward-declared looks for forward declarations, which vmlinux may not have.
// local-ir: s/(DICompositeType\(tag: DW_TAG_structure_type, name: "only_fwd").*/\1, flags: DIFlagFwdDecl)/
// target-ir: s/(DICompositeType\(tag: DW_TAG_structure_type, name: "as_fwd").*/\1, flags: DIFlagFwdDecl)/
#ifdef LOCAL
#include "common.h"
struct only_fwd { int a; };
struct as_fwd { int a; };
PROG(p) { sink = TEXISTS(struct only_fwd); sink = TEXISTS(struct as_fwd); return 0; }
#else
struct only_fwd { int a; };
struct as_fwd { int a; };
void f(struct only_fwd *a, struct as_fwd *b) {}
#endif
