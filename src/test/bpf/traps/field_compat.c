// Rule 10: modifiers, typedefs and type tags are looked through; forward declarations and enums compare by name.
// fwd_same is a pointer's target, so anything goes; en_other: other name; en_anon: anonymous side agrees with all.
#ifdef LOCAL
#include "common.h"
typedef const volatile int cvi; typedef cvi *restrict rp;
struct fw; enum ea { EA1 }; enum eb { EB1 }; enum e64 { E64 = 1 };
struct s { cvi mod; int plain; rp ptr; enum ea en_same; enum eb en_other; enum { EANON } en_anon; enum e64 en_wide;
    struct fw *fwd_same; float fl; int arr_el[2]; u8 ptr_arr; enum ea___x { EAX } en_flavour; struct { int q; } su; int (*fn)(void); _Bool bo; } CORE;
PROG(p) { struct s *f = ctx;
    sink = EXISTS(f->mod); sink = EXISTS(f->plain); sink = EXISTS(f->ptr); sink = EXISTS(f->en_same); sink = EXISTS(f->en_other);
    sink = EXISTS(f->en_anon); sink = EXISTS(f->en_wide); sink = EXISTS(f->fwd_same); sink = EXISTS(f->fl); sink = EXISTS(f->arr_el);
    sink = EXISTS(f->ptr_arr); sink = EXISTS(f->en_flavour); sink = EXISTS(f->su); sink = EXISTS(f->fn); sink = EXISTS(f->bo); return 0; }
#else
typedef long tl; typedef const tl ctl;
enum ea { TA1 }; enum ec { TC1 }; enum named { TN }; enum e64 { TE64 = 0x100000000ull }; struct fw { int x; };
struct s { long mod; ctl plain; int __attribute__((btf_type_tag("user"))) *ptr; enum ea en_same; enum ec en_other; enum named en_anon;
    enum e64 en_wide; struct fw *fwd_same; int fl; char *arr_el[2]; int *ptr_arr[1]; enum ea___y { TAY } en_flavour; union { long w; } su; void *fn; unsigned char bo; };
void f(struct s a) {}
#endif
