// probe_kfunc_names.c - those that do not begin with "bpf_": from the tags in the types of kernels 6.12 to 7.3, and
// from the sets of kernels 5.13 to 6.8 (their BTF_ID lists), which have no such tags.

#include "probe_kfunc_names.h"

const char *const kfunc_names[] = {
	"__bpf_trap", "__scx_bpf_dsq_insert_vtime", "__scx_bpf_select_cpu_and", "bbr_cwnd_event", "bbr_init",
	"bbr_main", "bbr_min_tso_segs", "bbr_set_state", "bbr_sndbuf_expand", "bbr_ssthresh", "bbr_undo_cwnd",
	"cgroup_rstat_flush", "cgroup_rstat_flush_hold", "cgroup_rstat_updated", "crash_kexec", "css_rstat_flush",
	"css_rstat_updated", "cubictcp_acked", "cubictcp_cong_avoid", "cubictcp_cwnd_event", "cubictcp_init",
	"cubictcp_recalc_ssthresh", "cubictcp_state", "dctcp_cwnd_event", "dctcp_cwnd_undo", "dctcp_init",
	"dctcp_ssthresh", "dctcp_state", "dctcp_update_alpha", "hid_bpf_allocate_context", "hid_bpf_attach_prog",
	"hid_bpf_get_data", "hid_bpf_hw_output_report", "hid_bpf_hw_request", "hid_bpf_input_report",
	"hid_bpf_release_context", "hid_bpf_try_input_report", "scx_bpf_consume", "scx_bpf_cpu_curr",
	"scx_bpf_cpu_node", "scx_bpf_cpu_rq", "scx_bpf_cpuperf_cap", "scx_bpf_cpuperf_cur", "scx_bpf_cpuperf_set",
	"scx_bpf_create_dsq", "scx_bpf_destroy_dsq", "scx_bpf_dispatch", "scx_bpf_dispatch_cancel",
	"scx_bpf_dispatch_from_dsq", "scx_bpf_dispatch_from_dsq_set_slice", "scx_bpf_dispatch_from_dsq_set_vtime",
	"scx_bpf_dispatch_nr_slots", "scx_bpf_dispatch_vtime", "scx_bpf_dispatch_vtime_from_dsq",
	"scx_bpf_dsq_insert", "scx_bpf_dsq_insert___v2", "scx_bpf_dsq_insert_vtime", "scx_bpf_dsq_move",
	"scx_bpf_dsq_move_set_slice", "scx_bpf_dsq_move_set_vtime", "scx_bpf_dsq_move_to_local",
	"scx_bpf_dsq_move_vtime", "scx_bpf_dsq_nr_queued", "scx_bpf_dsq_peek", "scx_bpf_dump_bstr",
	"scx_bpf_error_bstr", "scx_bpf_events", "scx_bpf_exit_bstr", "scx_bpf_get_idle_cpumask",
	"scx_bpf_get_idle_cpumask_node", "scx_bpf_get_idle_smtmask", "scx_bpf_get_idle_smtmask_node",
	"scx_bpf_get_online_cpumask", "scx_bpf_get_possible_cpumask", "scx_bpf_kick_cpu", "scx_bpf_locked_rq",
	"scx_bpf_now", "scx_bpf_nr_cpu_ids", "scx_bpf_nr_node_ids", "scx_bpf_pick_any_cpu",
	"scx_bpf_pick_any_cpu_node", "scx_bpf_pick_idle_cpu", "scx_bpf_pick_idle_cpu_node", "scx_bpf_put_cpumask",
	"scx_bpf_put_idle_cpumask", "scx_bpf_reenqueue_local", "scx_bpf_reenqueue_local___v2",
	"scx_bpf_select_cpu_and", "scx_bpf_select_cpu_dfl", "scx_bpf_task_cgroup", "scx_bpf_task_cpu",
	"scx_bpf_task_running", "scx_bpf_task_set_dsq_vtime", "scx_bpf_task_set_slice",
	"scx_bpf_test_and_clear_cpu_idle", "tcp_cong_avoid_ai", "tcp_reno_cong_avoid", "tcp_reno_ssthresh",
	"tcp_reno_undo_cwnd", "tcp_slow_start",
};
const size_t kfunc_name_count = sizeof kfunc_names / sizeof *kfunc_names;
