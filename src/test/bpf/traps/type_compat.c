// Rule 21: below the root names do not matter, kinds do at every level; array counts do not; a pointer to a forward
// declaration is not compatible with a pointer to a struct.
#ifdef LOCAL
#include "common.h"
struct here { int a; }; struct fw; enum en { EN1 };
typedef struct here *p_here; typedef struct fw *p_fw; typedef int arr[4]; typedef int (*fn)(struct here *, int); typedef int (*fn_args)(int);
typedef enum en p_en; typedef struct here p_su; typedef const volatile int mods; typedef void *p_void; typedef long long w; typedef float fl;
PROG(p) { sink = TEXISTS(p_here); sink = TEXISTS(p_fw); sink = TEXISTS(arr); sink = TEXISTS(fn); sink = TEXISTS(fn_args); sink = TEXISTS(p_en);
    sink = TEXISTS(p_su); sink = TEXISTS(mods); sink = TEXISTS(p_void); sink = TEXISTS(w); sink = TEXISTS(fl); sink = TSIZE(arr); return 0; }
#else
struct other { long q; }; struct fw { int x; }; enum eo { EO1 = 0x100000000ull };
typedef struct other *p_here; typedef struct fw *p_fw; typedef long arr[9]; typedef void *(*fn)(struct other *, long); typedef int (*fn_args)(int, int);
typedef enum eo p_en; typedef union { int a; } p_su; typedef int mods; typedef int *p_void; typedef char w; typedef double fl;
void f(p_here a, p_fw b, arr c, fn d, fn_args e) {} void g(p_en a, p_su b, mods c, p_void d, w e) {} void h(fl a) {}
arr keep;
#endif
