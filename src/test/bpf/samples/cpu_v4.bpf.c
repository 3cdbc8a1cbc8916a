// flags: -mcpu=v4
// Compiled for the fourth version of the instruction set: reading a signed number uses an instruction that came in 6.6.
#include "core.h"

volatile int delta = -1;
__s64 sum;

SEC("raw_tp/sys_enter")
int on_enter(void *ctx) {
    sum += delta;
    return 0;
}
