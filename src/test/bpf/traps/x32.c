// Rule 20: the target's pointers are as wide as its `long`, here 4 bytes (an IR edit: clang has no 32-bit BPF).
// target-ir: s/(DIBasicType\(name: )"unsigned int"/\1"unsigned long"/
// target-ir: s/(DIBasicType\(name: )"int"/\1"long"/
#ifdef LOCAL
#include "common.h"
struct s { void *p; unsigned long ul; long l; void *arr[2]; } CORE;
PROG(ptr) { struct s *f = ctx; return (long)f->p; }
PROG(ul) { struct s *f = ctx; return f->ul; }
PROG(l) { struct s *f = ctx; return f->l; }
PROG(arr) { struct s *f = ctx; return (long)f->arr[1]; }
PROG(info) { struct s *f = ctx; sink = SIZE(f->p); sink = SIZE(f->arr); sink = OFF(f->arr[1]); sink = SIZE(f->l); sink = SIZE(f->ul); return 0; }
#else
struct s { unsigned pad; void *p; unsigned ul; int l; void *arr[2]; };
void f(struct s a) {}
#endif
