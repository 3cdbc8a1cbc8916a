// Programs that see connections of Unix sockets came in 6.7; the kind of program is much older.
#include "core.h"

SEC("cgroup/connect_unix")
int on_connect(void *ctx) {
    return 1;
}
