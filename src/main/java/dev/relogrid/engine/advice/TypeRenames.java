package dev.relogrid.engine.advice;

/** Types and enumerators. */
final class TypeRenames {
    private TypeRenames() {}

    static void addTo(RenameTable table) {
        types(table);
        enumerators(table);
    }

    private static void types(RenameTable table) {
        table.type("struct hd_struct", "struct block_device", "5.11 8446fe9255be", "partitions are block devices");
        table.type("struct module_layout", "struct module_memory", "6.4 ac3b43283923", "one for each kind of memory");
        table.type("struct fscrypt_info", "struct fscrypt_inode_info", "<6.12", "named for what it is about");
        table.type("struct mempool_s", "struct mempool", "6.18", "named like other structs");
        table.type("struct mem_cgroup_id", "struct mem_cgroup_private_id", "7.0", "apart from the id users see");
        table.type("struct xfrm_state_offload", "struct xfrm_dev_offload", "<6.1", "policies use it, too");
        table.type("struct zone_padding", "struct cacheline_padding", "<6.1", "others use it, too");
        table.type(
                "struct trace_event_raw_block_rq_complete",
                "struct trace_event_raw_block_rq_completion",
                "5.18 d5869fdc189f",
                "block_rq_error has the same record");
        table.type(
                "struct trace_event_raw_block_bio_queue",
                "struct trace_event_raw_block_bio",
                "<6.1",
                "all events of a bio have the same record");
        table.type(
                "struct trace_event_raw_block_bio_merge",
                "struct trace_event_raw_block_bio",
                "<6.1",
                "all events of a bio have the same record");
        table.type(
                "struct trace_event_raw_kmem_alloc",
                "struct trace_event_raw_kmem_cache_alloc",
                "<6.1",
                "kmalloc and kmem_cache_alloc have a record each");
        table.type(
                "struct trace_event_raw_kmem_free",
                "struct trace_event_raw_kfree",
                "<6.1",
                "kfree and kmem_cache_free have a record each");
        table.type(
                "struct trace_event_raw_writeback_page_template",
                "struct trace_event_raw_writeback_folio_template",
                "<6.1",
                "folios instead of pages");
        table.type(
                "struct trace_event_raw_mm_vmscan_writepage",
                "struct trace_event_raw_mm_vmscan_write_folio",
                "<6.1",
                "folios instead of pages");
        table.type(
                "struct trace_event_raw_io_uring_submit_sqe",
                "struct trace_event_raw_io_uring_submit_req",
                "<6.12",
                "requests instead of entries of the queue");
        table.type(
                "struct trace_event_raw_iocost_iocg_activate",
                "struct trace_event_raw_iocost_iocg_state",
                "<6.1",
                "becoming idle has the same record");
        table.type(
                "struct trace_event_raw_x86_exceptions",
                "struct trace_event_raw_exceptions",
                "<6.16",
                "not only of x86");
        table.type(
                "struct trace_event_raw_hrtimer_init",
                "struct trace_event_raw_hrtimer_setup",
                "<6.16",
                "named like the function");
        table.type(
                "struct trace_event_raw_tcp_event_sk_skb",
                "struct trace_event_raw_tcp_retransmit_skb",
                "6.17",
                "only one event was left to use it");
        table.type(
                "struct trace_event_raw_xen_mmu__set_pte",
                "struct trace_event_raw_xen_mmu_set_pte",
                "7.2",
                "one underscore less");
    }

    private static void enumerators(RenameTable table) {
        table.in("enum req_flag_bits");
        table.enumValue("__REQ_HIPRI", "__REQ_POLLED", "<6.1", "named for how it completes");
        table.in("enum bpf_link_type");
        table.enumValue("MAX_BPF_LINK_TYPE", "__MAX_BPF_LINK_TYPE", "<6.12", "a macro has the old name");
        table.in("enum page_memcg_data_flags");
        table.enumValue(
                "MEMCG_DATA_OBJCGS", "MEMCG_DATA_OBJEXTS", "6.10 21c690a349ba", "objects have other extensions, too");
        table.in("enum lruvec_flags");
        table.enumValue("LRUVEC_CONGESTED", "LRUVEC_CGROUP_CONGESTED", "<6.12", "a flag for the node came beside it");
        table.in("enum cpu_idle_type");
        table.enumValue("CPU_NOT_IDLE", "__CPU_NOT_IDLE", "<6.12", "only a boundary");
        table.in("enum pageflags");
        table.enumValue("PG_isolated", "PG_movable_ops_isolated", "6.17", "named for whose pages have it");
        table.in("enum btf_field_type");
        table.enumValue("BTF_FIELD_SPIN_LOCK", "BPF_SPIN_LOCK", "6.2 db559117828d", "bits instead of numbers");
        table.enumValue("BTF_FIELD_TIMER", "BPF_TIMER", "6.2 db559117828d", "bits instead of numbers");
        table.in("enum bpf_arg_type");
        table.enumValue("ARG_CONST_SIZE", "ARG_MEM_SIZE", "7.3", "need not be a constant");
        table.enumValue("ARG_CONST_SIZE_OR_ZERO", "ARG_MEM_SIZE_OR_ZERO", "7.3", "need not be a constant");
        table.in("enum vm_event_item");
        table.enumValue("PGDEMOTE_KSWAPD", "enum node_stat_item.PGDEMOTE_KSWAPD", "<6.12", "counted per node");
        table.enumValue("PGDEMOTE_DIRECT", "enum node_stat_item.PGDEMOTE_DIRECT", "<6.12", "counted per node");
        table.in("enum zone_stat_item");
        table.enumValue("NR_PAGETABLE", "enum node_stat_item.NR_PAGETABLE", "<6.1", "counted per node");
    }
}
