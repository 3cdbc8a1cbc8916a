// Programs for netfilter hooks came in 6.4.
#include "core.h"

SEC("netfilter")
int on_packet(void *ctx) {
    return 1;
}
