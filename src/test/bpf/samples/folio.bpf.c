// struct folio came in 5.16. On older kernels there is no such type, and nothing here asks for it.
#include "core.h"

struct address_space { unsigned long nrpages; } CORE;
struct folio { struct address_space *mapping; } CORE;

__u64 pages;

SEC("kprobe/mark_page_accessed")
int on_accessed(__u64 *ctx) {
    struct folio *folio = (struct folio *)bpf_get_current_task();
    struct address_space *mapping = 0;
    bpf_core_read(&mapping, &folio->mapping);
    bpf_core_read(&pages, &mapping->nrpages);
    return 0;
}
