package dev.relogrid.engine.advice;

/** Pages, slabs and address spaces. */
final class MemoryRenames {
    private MemoryRenames() {}

    static void addTo(RenameTable table) {
        pages(table);
        slabs(table);
        addressSpaces(table);
        accounting(table);
    }

    private static void pages(RenameTable table) {
        table.in("struct page");
        table.moved(
                "slab_cache", "struct slab.slab_cache", "5.17 07f910f9b729", "pages of slabs have a type of their own");
        table.moved("freelist", "struct slab.freelist", "5.17 07f910f9b729", "pages of slabs have a type of their own");
        table.moved("counters", "struct slab.counters", "5.17 07f910f9b729", "pages of slabs have a type of their own");
        table.changed("mem_cgroup", "memcg_data", "5.11 bcfe06bf2622", "a pointer whose lowest bits are flags");
        table.moved("index", "__folio_index", "6.16 acc53a0b4c15", "to be used through the folio");
        table.moved("flags", "flags.f", "6.18 53fbef56e07d", "a struct, so that nobody touches it directly");
        table.changed("compound_head", "compound_info", "7.1", "need not be a pointer with its lowest bit set");
        table.moved("pp_frag_count", "pp_ref_count", "6.8 0a149ab78ee2", "counts references, those to whole pages too");
        table.in("struct folio");
        table.moved("flags", "flags.f", "6.18 53fbef56e07d", "a struct, so that nobody touches it directly");
        table.moved("_folio_nr_pages", "_nr_pages", "<6.16", "named like its neighbours");
    }

    private static void slabs(RenameTable table) {
        table.in("struct slab");
        table.moved("memcg_data", "obj_exts", "6.10 21c690a349ba", "objects have other extensions, too");
        table.moved("__page_flags", "flags", "6.17", "named for what it is");
        table.in("struct kmem_cache");
        table.moved("node[]", "per_node[].node", "7.1", "what there is for each node is together");
        table.gone("cpu_partial", "7.0", "there are no partial slabs per cpu any more");
        table.gone("max", "<6.1", "nothing used it");
    }

    private static void addressSpaces(RenameTable table) {
        table.in("struct mm_struct");
        table.moved(
                "rss_stat.count[].counter",
                "rss_stat[].count",
                "6.2 f1a7941243c1",
                "per-cpu counters, whose count lacks what cpus have yet to add");
        table.moved("flags", "flags.__mm_flags[0]", "6.18", "a bitmap");
        table.moved("futex_phash", "futex.phash.hash", "7.2", "futex state got a struct of its own");
        table.gone("mmap", "6.1 763ecb035029", "mappings are in a maple tree, mm_mt");
        table.gone("mm_rb", "6.1 524e00b36e8c", "mappings are in a maple tree, mm_mt");
        table.gone("core_state", "5.16 0258b5fd7c71", "belongs to the process: signal_struct has it");
        table.in("struct vm_area_struct");
        table.gone("vm_next", "6.1 763ecb035029", "mappings are in a maple tree, the mm's mm_mt");
        table.gone("vm_rb", "6.1 524e00b36e8c", "mappings are in a maple tree, the mm's mm_mt");
        table.moved("__vm_flags", "flags.__vma_flags[0]", "6.19", "a bitmap");
    }

    private static void accounting(RenameTable table) {
        table.in("struct mem_cgroup");
        table.moved("vmstats[].counter", "vmstats->state[]", "6.1 410f8e82689e", "allocated apart");
        table.gone("use_hierarchy", "<6.1", "cgroups of memory always form one");
        table.in("struct pglist_data");
        table.changed("lru_lock", "__lruvec.lru_lock", "5.11 6168d0da2b47", "every lruvec has a lock");
        table.moved("kswapd_failures", "kswapd_failures.counter", "6.18", "an atomic_t instead of an int");
        table.in("struct zone");
        table.changed("pageset", "per_cpu_pageset", "5.14 28f836b6777b", "lists of pages and statistics are apart");
    }
}
