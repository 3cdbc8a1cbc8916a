package dev.relogrid.engine.advice;

/** Functions that programs are attached to. */
final class FunctionRenames {
    private FunctionRenames() {}

    static void addTo(RenameTable table) {
        pages(table);
        allocation(table);
        scheduling(table);
        others(table);
    }

    private static void pages(RenameTable table) {
        table.function(
                "blk_account_io_start",
                "__blk_account_io_start",
                "5.16 be6bfe36db17",
                "the hot part is inlined; from 6.4 or so it has its old name again");
        table.function(
                "blk_account_io_done",
                "__blk_account_io_done",
                "5.16 be6bfe36db17",
                "the hot part is inlined; from 6.4 or so it has its old name again");
        table.function(
                "account_page_dirtied", "__folio_mark_dirty folio_account_dirtied", "<6.1", "folios instead of pages");
        table.function(
                "__page_cache_alloc",
                "filemap_alloc_folio filemap_alloc_folio_noprof",
                "<6.1",
                "folios instead of pages");
        table.function("test_clear_page_writeback", "__folio_end_writeback", "<6.1", "folios instead of pages");
        table.function("__set_page_dirty_nobuffers", "filemap_dirty_folio", "<6.12", "folios instead of pages");
        table.function("lru_cache_add", "folio_add_lru", "<6.12", "folios instead of pages");
        table.function("delete_from_page_cache", "filemap_remove_folio", "<6.12", "folios instead of pages");
        table.function("swap_readpage", "swap_read_folio", "<6.12", "folios instead of pages");
        table.function("swap_writepage", "swap_writeout", "<6.16", "takes what is to be written, however it comes");
    }

    private static void allocation(RenameTable table) {
        table.function(
                "kfree_skb",
                "kfree_skb_reason",
                "5.17 c504e5c2f964",
                "says why a packet is dropped; kfree_skb is inlined");
        table.function(
                "kfree_skb_reason",
                "sk_skb_reason_drop",
                "6.11 ba8de796baf4",
                "takes the socket, too; the old one is inlined");
        table.function(
                "__kmalloc", "__kmalloc_noprof", "6.10 7bd230a26648", "allocations are counted by a macro around it");
        table.function(
                "kmem_cache_alloc",
                "kmem_cache_alloc_noprof",
                "6.10 7bd230a26648",
                "allocations are counted by a macro around it");
        table.function(
                "kmem_cache_alloc_node",
                "kmem_cache_alloc_node_noprof",
                "6.10 7bd230a26648",
                "allocations are counted by a macro around it");
        table.function(
                "__alloc_pages_nodemask", "__alloc_pages __alloc_pages_noprof", "<6.1", "the shorter name was free");
        table.function("alloc_pages_current", "alloc_pages alloc_pages_noprof", "<6.1", "the shorter name was free");
        table.function(
                "__alloc_pages", "__alloc_pages_noprof", "<6.12", "allocations are counted by a macro around it");
        table.function("alloc_pages", "alloc_pages_noprof", "<6.12", "allocations are counted by a macro around it");
        table.function(
                "__get_free_pages", "get_free_pages_noprof", "<6.12", "allocations are counted by a macro around it");
        table.function("__do_munmap", "do_vmi_munmap", "<6.12", "takes an iterator over the maple tree");
        table.function("blk_queue_split", "bio_split_to_limits", "<6.1", "takes the limits instead of the queue");
        table.function(
                "mem_cgroup_charge",
                "__mem_cgroup_charge",
                "<6.1",
                "an inlined function in front of it looks whether cgroups are on");
        table.function(
                "try_charge", "try_charge_memcg", "<6.1", "an inlined function in front of it leaves out the root");
    }

    private static void scheduling(RenameTable table) {
        table.function("hrtimer_init", "hrtimer_setup", "<6.16", "sets the callback, too");
        table.function(
                "load_balance", "sched_balance_rq", "6.10 4c3e509ea9f2", "functions that balance are named alike");
        table.function(
                "trigger_load_balance", "sched_balance_trigger", "<6.12", "functions that balance are named alike");
        table.function("rebalance_domains", "sched_balance_domains", "<6.12", "functions that balance are named alike");
        table.function(
                "find_busiest_group",
                "sched_balance_find_src_group",
                "<6.12",
                "functions that balance are named alike");
        table.function(
                "newidle_balance", "sched_balance_newidle", "<6.12, 6.1.y", "functions that balance are named alike");
        table.function("scheduler_tick", "sched_tick", "<6.12", "the shorter name");
        table.function(
                "check_preempt_wakeup",
                "check_preempt_wakeup_fair wakeup_preempt_fair",
                "<6.12",
                "named for its class");
        table.function(
                "check_preempt_wakeup_fair", "wakeup_preempt_fair", "<7.3", "named like the function that calls it");
    }

    private static void others(RenameTable table) {
        table.function("__send_signal", "__send_signal_locked", "<6.1", "says that the lock is held");
        table.function("send_signal", "send_signal_locked", "<6.1", "says that the lock is held");
        table.function("do_coredump", "vfs_coredump", "6.17", "named for where it is");
        table.function("lookup_one_len", "lookup_noperm", "<6.16", "takes the name as a qstr");
        table.function("user_path_at_empty", "user_path_at", "<6.12", "the longer one lost its extra parameter");
        table.function("do_unlinkat", "filename_unlinkat", "7.0", "names are freed by the caller");
        table.function("do_renameat2", "filename_renameat2", "7.0", "names are freed by the caller");
        table.function("do_mkdirat", "filename_mkdirat", "7.0", "names are freed by the caller");
        table.function("do_rmdir", "filename_rmdir", "7.0", "names are freed by the caller");
        table.function("do_linkat", "filename_linkat", "7.0", "names are freed by the caller");
        table.function("do_symlinkat", "filename_symlinkat", "7.0", "names are freed by the caller");
        table.function("do_mknodat", "filename_mknodat", "7.0", "names are freed by the caller");
        table.function("napi_gro_receive", "gro_receive_skb", "6.15 291515c76409", "GRO can be used without NAPI");
        table.function("_do_fork", "kernel_clone", "5.10", "a name for what it does");
    }
}
