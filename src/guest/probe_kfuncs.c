// probe_kfuncs.c - which functions of the kernel programs of each type may call.

#include <bpf/btf.h>
#include <stdlib.h>

#include "probe_btf.h"
#include "probe_kfunc_names.h"
#include "probe_kinds.h"

#define MOST_CANDIDATES 4096

static struct candidate {
	const char *name;
	uint32_t id;
} candidates[MOST_CANDIDATES];
static uint32_t candidate_count;

enum { NO, YES, SOME };
struct column {
	const struct kind *kind;
	uint8_t answers[MOST_CANDIDATES];
};

// The kernel keeps its sets of such functions by program type, some with filters that look at more.
static const char *const asked[] = {
	"socket_filter", "kprobe", "kprobe.s", "sched_cls", "sched_act", "tracepoint", "raw_tracepoint", "perf_event", "xdp",
	"cgroup_skb.ingress", "cgroup_sock.create", "cgroup_device", "cgroup_sock_addr.connect4",
	"cgroup_sock_addr.connect_unix", "cgroup_sockopt.set", "cgroup_sysctl", "lwt_in", "lwt_xmit", "lwt_seg6local",
	"sock_ops", "sk_skb", "sk_msg", "sk_reuseport", "sk_lookup", "flow_dissector", "lirc_mode2", "syscall", "netfilter",
	"tracing.raw_tp", "tracing.fentry", "tracing.fentry.s", "tracing.iter", "tracing.iter.s", "lsm", "lsm.s",
	"lsm_cgroup",
};

static int by_name(const void *key, const void *name)
{
	return strcmp(key, *(const char *const *)name);
}

// Functions whose names begin like those of old and that surely are none: hooks, iterators, the machinery itself.
static bool surely_none(const char *name)
{
	static const char *const prefixes[] = {
		"bpf_lsm_", "bpf_prog_", "bpf_map_", "bpf_link_", "bpf_jit_", "bpf_trampoline_", "bpf_trace_run",
		"bpf_struct_ops_", "bpf_verifier_", "bpf_local_storage_", "bpf_dispatcher_", "bpf_seq_", "bpf_raw_tp_",
		"bpf_tracing_",
	};
	for (size_t i = 0; i < COUNT(prefixes); i++)
		if (!strncmp(name, prefixes[i], strlen(prefixes[i])))
			return true;
	return false;
}

static bool is_named(const char *name)
{
	return bsearch(name, kfunc_names, kfunc_name_count, sizeof *kfunc_names, by_name) != NULL;
}

static void add(const char *name, uint32_t id)
{
	if (candidate_count < MOST_CANDIDATES)
		candidates[candidate_count++] = (struct candidate){ name, id };
}

// Tags "bpf_kfunc" tell them where there are any; names must do where there are none.
static bool find_tagged(void)
{
	for (uint32_t id = 1; id < btf__type_cnt(kernel_types); id++) {
		const struct btf_type *tag = btf__type_by_id(kernel_types, id);
		if (!btf_is_decl_tag(tag) || strcmp(btf__name_by_offset(kernel_types, tag->name_off), "bpf_kfunc"))
			continue;
		const struct btf_type *function = btf__type_by_id(kernel_types, tag->type);
		add(btf__name_by_offset(kernel_types, function->name_off), tag->type);
	}
	return candidate_count > 0;
}

static void find_named(void)
{
	for (uint32_t id = 1; id < btf__type_cnt(kernel_types); id++) {
		const struct btf_type *type = btf__type_by_id(kernel_types, id);
		if (!btf_is_func(type))
			continue;
		const char *name = btf__name_by_offset(kernel_types, type->name_off);
		if (is_named(name) || (!strncmp(name, "bpf_", 4) && !surely_none(name)))
			add(name, id);
	}
}

// How kernels say no, whatever the arguments (fetch_kfunc_meta, add_kfunc_call, check_kfunc_call).
static const char *const refusals[] = {
	"is not allowed", "program must be sleepable", "in non-sleepable prog", "does not have a valid func_proto",
	"cannot find address", "address of kernel function", "calling kernel function is not supported",
};

static bool allows(const struct how *how, uint32_t id)
{
	struct bpf_insn code[] = { CALL_KERNEL((int)id), STOP, EXIT };
	if (loads(how, code, COUNT(code)))
		return true;
	for (size_t i = 0; i < COUNT(refusals); i++)
		if (log_says(refusals[i]))
			return false;
	return load_log[0];
}

// One column of the table: the answers of a kind.
static void ask(const struct kind *kind, struct column *column)
{
	column->kind = kind;
	for (uint32_t i = 0; i < candidate_count; i++) {
		uint32_t taken = 0;
		for (uint32_t j = 0; j < kind->targets; j++)
			taken += allows(&kind->how[j], candidates[i].id);
		column->answers[i] = taken == 0 ? NO : taken == kind->targets ? YES : SOME;
	}
}

static bool everywhere(const struct column *columns, uint32_t count, uint32_t candidate)
{
	for (uint32_t i = 0; i < count; i++)
		if (columns[i].answers[candidate] != YES)
			return false;
	return count > 0;
}

// Those that all kinds may call, which are many in newer kernels, are told once.
static void tell(const struct column *columns, uint32_t count)
{
	char fact[80];
	for (uint32_t i = 0; i < candidate_count; i++) {
		if (everywhere(columns, count, i)) {
			row("y", "kfunc any %s", candidates[i].name);
			continue;
		}
		for (uint32_t j = 0; j < count; j++)
			if (columns[j].answers[i] != NO)
				row(columns[j].answers[i] == YES ? "y" : "target", "kfunc %s %s", columns[j].kind->name,
				    candidates[i].name);
	}
	for (uint32_t j = 0; j < count; j++) {
		snprintf(fact, sizeof fact, "kfuncs %s", columns[j].kind->name);
		row_number(candidate_count, fact);
	}
}

void probe_kfuncs(void)
{
	uint32_t count = 0;
	struct column *columns = calloc(MOST_KINDS, sizeof *columns);
	if (!kernel_calls || !columns) {
		free(columns);
		return;
	}
	if (!find_tagged())
		find_named();
	for (size_t i = 0; i < COUNT(asked); i++)
		if (kind_named(asked[i]))
			ask(kind_named(asked[i]), &columns[count++]);
	for (uint32_t i = 0; i < kind_count; i++)
		if (kinds[i].how[0].type == T_STRUCT_OPS)
			ask(&kinds[i], &columns[count++]);
	tell(columns, count);
	free(columns);
}
