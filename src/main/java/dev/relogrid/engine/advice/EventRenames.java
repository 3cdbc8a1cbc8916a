package dev.relogrid.engine.advice;

/** The records of tracepoints. */
final class EventRenames {
    private EventRenames() {}

    static void addTo(RenameTable table) {
        memory(table);
        locks(table);
        network(table);
        tasks(table);
        others(table);
    }

    private static void memory(RenameTable table) {
        table.in("struct trace_event_raw_mm_lru_insertion");
        table.changed("page", "folio", "<6.1", "the folio instead of the page");
        table.in("struct trace_event_raw_mm_lru_activate");
        table.changed("page", "folio", "<6.1", "the folio instead of the page");
        table.in("struct trace_event_raw_workqueue_queue_work");
        table.changed("workqueue", "__data_loc_workqueue", "<6.1", "the name instead of the address");
        table.in("struct trace_event_raw_sched_wakeup_template");
        table.gone("success", "<6.1", "it always was 1");
    }

    private static void locks(RenameTable table) {
        table.in("struct trace_event_raw_filelock_lock");
        table.moved("fl_owner", "owner", "6.9 a69ce85ec9af", "locks and leases share a struct");
        table.moved("fl_pid", "pid", "6.9 a69ce85ec9af", "locks and leases share a struct");
        table.moved("fl_flags", "flags", "6.9 a69ce85ec9af", "locks and leases share a struct");
        table.moved("fl_type", "type", "6.9 a69ce85ec9af", "locks and leases share a struct");
        table.changed("fl_blocker", "blocker", "6.9 a69ce85ec9af", "what locks and leases share instead of the lock");
        table.in("struct trace_event_raw_generic_add_lease");
        table.moved("fl_owner", "owner", "6.9 a69ce85ec9af", "locks and leases share a struct");
    }

    private static void network(RenameTable table) {
        table.in("struct trace_event_raw_page_pool_state_hold");
        table.changed("page", "netmem", "<6.12", "network memory need not be pages");
        table.in("struct trace_event_raw_page_pool_state_release");
        table.changed("page", "netmem", "<6.12", "network memory need not be pages");
        table.in("struct trace_event_raw_balance_dirty_pages");
        table.moved("bdi_setpoint", "wb_setpoint", "<6.16", "of the writeback, not of the device");
        table.moved("bdi_dirty", "wb_dirty", "<6.16", "of the writeback, not of the device");
    }

    private static void tasks(RenameTable table) {
        table.in("struct trace_event_raw_sched_process_template");
        table.changed(
                "comm", "__data_loc_comm", "6.16 155fd6c3e2f0", "where in the record the text is, instead of the text");
        table.in("struct trace_event_raw_sched_process_fork");
        table.changed(
                "parent_comm",
                "__data_loc_parent_comm",
                "6.16 155fd6c3e2f0",
                "where in the record the text is, instead of the text");
        table.changed(
                "child_comm",
                "__data_loc_child_comm",
                "6.16 155fd6c3e2f0",
                "where in the record the text is, instead of the text");
        table.in("struct trace_event_raw_sched_migrate_task");
        table.changed(
                "comm", "__data_loc_comm", "6.16 155fd6c3e2f0", "where in the record the text is, instead of the text");
        table.in("struct trace_event_raw_sched_stat_template");
        table.changed(
                "comm", "__data_loc_comm", "6.16 155fd6c3e2f0", "where in the record the text is, instead of the text");
    }

    private static void others(RenameTable table) {
        table.in("struct trace_event_raw_mmap_lock");
        table.changed("__data_loc_memcg_path", "memcg_id", "<6.16", "the id instead of the path");
        table.in("struct trace_event_raw_task_rename");
        table.gone("pid", "<6.16", "it is that of the current task");
    }
}
