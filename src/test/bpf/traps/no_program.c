// Rule 5: records of instructions that belong to no program (here a function whose symbol is none; a linker leaves
// such after dropping weak copies) are passed over in silence, though the field is ambiguous.
// local-asm: s/(\.type[[:space:]]+dropped,)@function/\1@object/
#ifdef LOCAL
#include "common.h"
struct foo { int y; } CORE;
struct ok { int z; } CORE;
SEC("kprobe/a") int kept(void *ctx) { struct ok *f = ctx; sink = OFF(f->z); return 0; }
SEC("kprobe/a") int dropped(void *ctx) { struct foo *f = ctx; sink = OFF(f->y); return 0; }
#else
struct foo { int y; }; struct foo___2 { long pad; int y; }; struct ok { long pad; int z; };
void f(struct foo a, struct foo___2 b, struct ok c) {}
#endif
