package dev.relogrid.engine.advice;

/** Tasks, scheduling, processes, namespaces, modules, terminals and eBPF itself. */
final class TaskRenames {
    private TaskRenames() {}

    static void addTo(RenameTable table) {
        tasks(table);
        scheduling(table);
        work(table);
        modules(table);
        cgroups(table);
        namespaces(table);
        ebpf(table);
        terminals(table);
        proxies(table);
    }

    private static void tasks(RenameTable table) {
        table.in("struct task_struct");
        table.moved(
                "state",
                "__state",
                "5.14 2f064a59a11f",
                "made unsigned int, and renamed so that every user was looked at");
        table.moved(
                "cpu", "thread_info.cpu", "5.16 bcf9033e5449", "back in thread_info, where that is part of the task");
        table.moved("se.statistics", "stats", "5.16 ceeadb83aea2", "statistics are kept for every scheduling class");
        table.gone("rss_stat", "6.2 f1a7941243c1", "tasks no longer gather counts before they add them to the mm's");
        table.moved(
                "throttle_queue", "throttle_disk->queue", "6.3 f05837ed73d0", "the disk is kept instead of its queue");
        table.changed("perf_event_ctxp[]", "perf_event_ctxp", "6.2 bd2756811766", "one context a task instead of two");
        table.moved("rseq", "rseq.usrptr", "6.19", "restartable sequences got a struct of their own");
        table.moved("rseq_len", "rseq.len", "6.19", "restartable sequences got a struct of their own");
        table.moved("rseq_sig", "rseq.sig", "6.19", "restartable sequences got a struct of their own");
        table.changed(
                "mm_cid",
                "mm_cid.cid",
                "6.19",
                "concurrency ids got a struct of their own, and flags in their upper bits");
        table.moved("mm_cid_active", "mm_cid.active", "6.19", "concurrency ids got a struct of their own");
        table.moved("robust_list", "futex.robust_list", "7.2", "futex state got a struct of its own");
        table.moved("compat_robust_list", "futex.compat_robust_list", "7.2", "futex state got a struct of its own");
        table.moved("pi_state_list", "futex.pi_state_list", "7.2", "futex state got a struct of its own");
        table.moved("pi_state_cache", "futex.pi_state_cache", "7.2", "futex state got a struct of its own");
        table.moved("futex_exit_mutex", "futex.exit_mutex", "7.2", "futex state got a struct of its own");
        table.moved("futex_state", "futex.state", "7.2", "futex state got a struct of its own");
    }

    private static void scheduling(RenameTable table) {
        table.in("struct signal_struct");
        table.moved("group_exit_task", "group_exec_task", "5.17 60700e38fb68", "only exec is left to use it");
        table.in("struct rq");
        table.moved("lock", "__lock", "5.14 5cb9eaa3d274", "with core scheduling a queue may be under another's lock");
        table.in("struct cfs_rq");
        table.moved("nr_running", "nr_queued", "6.14 736c55a02c47", "tasks whose dequeueing is put off count, too");
        table.moved(
                "h_nr_running",
                "h_nr_queued",
                "6.14 7b8a702d9438, 6.12.y",
                "tasks whose dequeueing is put off count, too");
        table.moved("idle_h_nr_running", "h_nr_idle", "6.14 31898e7b87dd", "named like its siblings");
        table.moved("avg_vruntime", "sum_w_vruntime", "7.0, 6.19.y", "named for what it holds");
        table.moved("avg_load", "sum_weight", "7.0, 6.19.y", "named for what it holds");
        table.in("struct task_group");
        table.moved("scx_flags", "scx.flags", "6.17", "sched_ext state got a struct of its own");
        table.moved("scx_weight", "scx.weight", "6.17", "sched_ext state got a struct of its own");
        table.in("struct perf_event");
        table.moved("pending", "pending_irq", "6.1 ca6c21327c6a", "a second kind of pending work came beside it");
        table.moved("mmap_count.counter", "mmap_count.refs.counter", "6.18", "a refcount_t instead of an atomic_t");
    }

    private static void work(RenameTable table) {
        table.in("struct workqueue_struct");
        table.changed("cpu_pwqs", "cpu_pwq", "6.6 687a9aa56f81", "per cpu a pointer to what was there itself");
        table.moved("unbound_attrs", "attrs", "7.3", "not only unbound queues have attributes");
        table.in("struct hrtimer");
        table.moved("state", "is_queued", "7.1", "one flag was left of it");
    }

    private static void modules(RenameTable table) {
        table.in("struct module");
        table.moved(
                "core_layout.base",
                "mem[0].base",
                "6.4 ac3b43283923",
                "a region for each kind of memory, of which [0] is code");
        table.changed(
                "core_layout.size",
                "mem[0].size",
                "6.4 ac3b43283923",
                "a region for each kind of memory, of which [0] is code only");
        table.moved(
                "init_layout.base",
                "mem[4].base",
                "6.4 ac3b43283923",
                "a region for each kind of memory, of which [4] is code for start-up");
    }

    private static void cgroups(RenameTable table) {
        table.in("struct cgroup");
        table.moved(
                "ancestor_ids[]",
                "ancestors[]->kn->id",
                "6.1 7f203bc89eb6",
                "pointers to the ancestors instead of their ids");
        table.changed(
                "rstat_cpu",
                "self.rstat_cpu",
                "<6.16",
                "statistics are kept per subsystem, in structs of another type");
        table.in("struct kernfs_node");
        table.moved("id.id", "id", "5.5 67c0496e87d1", "one number instead of a union");
        table.moved("parent", "__parent", "6.15 633488947ef6", "read under RCU");
    }

    private static void namespaces(RenameTable table) {
        table.in("struct user_namespace");
        table.moved(
                "count.counter",
                "ns.count.refs.counter",
                "5.11 265cbd62e034",
                "all namespaces count their users in ns_common");
        table.in("struct pid_namespace");
        table.moved(
                "kref.refcount.refs.counter",
                "ns.count.refs.counter",
                "5.11 8eb71d95f34a",
                "all namespaces count their users in ns_common");
        table.in("struct uts_namespace");
        table.moved(
                "kref.refcount.refs.counter",
                "ns.count.refs.counter",
                "5.11 9a56493f6942",
                "all namespaces count their users in ns_common");
        table.in("struct mnt_namespace");
        table.moved("count.counter", "ns.count.refs.counter", "<6.1", "all namespaces count their users in ns_common");
        table.moved("mounts", "nr_mounts", "6.8 2eea9ce4310d", "mounts is a tree of them now");
        table.in("struct ns_common");
        table.moved("count", "__ns_ref", "6.18", "not meant to be touched directly");
    }

    private static void ebpf(RenameTable table) {
        table.in("struct bpf_map");
        table.moved(
                "spin_lock_off",
                "record->spin_lock_off",
                "6.2 db559117828d",
                "one record says where special fields lie");
        table.moved("timer_off", "record->timer_off", "6.2 db559117828d", "one record says where special fields lie");
        table.gone("memory", "<6.1", "memory is charged to the cgroup instead");
        table.in("struct bpf_prog_aux");
        table.moved("sleepable", "prog->sleepable", "6.9 66c8473135c6", "read where programs are run");
        table.moved("stats", "prog->stats", "5.12 700d4796ef59", "read where programs are run");
    }

    private static void terminals(RenameTable table) {
        table.in("struct tty_struct");
        table.moved("pgrp", "ctrl.pgrp", "5.14 64d608db38ff", "what one lock protects is in one struct");
        table.moved("session", "ctrl.session", "5.14 64d608db38ff", "what one lock protects is in one struct");
        table.moved("ctrl_lock", "ctrl.lock", "5.14 64d608db38ff", "what one lock protects is in one struct");
        table.moved("packet", "ctrl.packet", "5.14 64d608db38ff", "what one lock protects is in one struct");
        table.moved("ctrl_status", "ctrl.pktstatus", "5.14 64d608db38ff", "what one lock protects is in one struct");
        table.moved("flow_lock", "flow.lock", "5.14 6e94dbc7a4e4", "what one lock protects is in one struct");
        table.moved("stopped", "flow.stopped", "5.14 6e94dbc7a4e4", "what one lock protects is in one struct");
        table.moved("flow_stopped", "flow.tco_stopped", "5.14 6e94dbc7a4e4", "what one lock protects is in one struct");
    }

    private static void proxies(RenameTable table) {
        table.in("struct nsproxy");
        table.moved("count.counter", "count.refs.counter", "<6.12", "a refcount_t instead of an atomic_t");
    }
}
