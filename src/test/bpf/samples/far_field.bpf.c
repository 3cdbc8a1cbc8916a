// pglist_data has more than a hundred kilobytes on amd64, and nr_zones lies near its end: farther than the 16 bits of a load
// instruction reach.
#include "core.h"

struct pglist_data { int nr_zones; } CORE;
struct zone { struct pglist_data *zone_pgdat; } CORE;

__u64 zones;

SEC("fentry/wakeup_kswapd")
int on_wakeup(__u64 *ctx) {
    struct zone *zone = (struct zone *)ctx[0];
    zones = zone->zone_pgdat->nr_zones;
    return 0;
}
