// probe_kinds.c - which kinds of programs the kernel takes at all.
//
// get_func_proto of the kernel looks at the program's type, for some types at the attach type it is loaded for, at
// whether it may sleep, and for few helpers at the function it is for.

#include "probe_kinds.h"

#include <bpf/btf.h>
#include <string.h>

#include "probe_btf.h"

struct kind kinds[MOST_KINDS];
uint32_t kind_count;

static const struct plain {
	const char *name;
	uint32_t type, attach, flags;
} plain[] = {
	{ "socket_filter", T_SOCKET_FILTER, 0, 0 },
	{ "kprobe", T_KPROBE, 0, 0 },
	{ "kprobe.s", T_KPROBE, 0, SLEEPABLE },
	{ "kprobe.multi", T_KPROBE, 42, 0 },
	{ "kprobe.session", T_KPROBE, 56, 0 },
	{ "sched_cls", T_SCHED_CLS, 0, 0 },
	{ "sched_act", T_SCHED_ACT, 0, 0 },
	{ "tracepoint", T_TRACEPOINT, 0, 0 },
	{ "tracepoint.s", T_TRACEPOINT, 0, SLEEPABLE },
	{ "raw_tracepoint", T_RAW_TRACEPOINT, 0, 0 },
	{ "raw_tracepoint.s", T_RAW_TRACEPOINT, 0, SLEEPABLE },
	{ "raw_tracepoint_writable", T_RAW_TRACEPOINT_WRITABLE, 0, 0 },
	{ "perf_event", T_PERF_EVENT, 0, 0 },
	{ "xdp", T_XDP, 37, 0 },
	{ "xdp.frags", T_XDP, 37, 1u << 5 },
	{ "cgroup_skb.ingress", T_CGROUP_SKB, 0, 0 },
	{ "cgroup_skb.egress", T_CGROUP_SKB, 1, 0 },
	{ "cgroup_sock.create", T_CGROUP_SOCK, 2, 0 },
	{ "cgroup_sock.release", T_CGROUP_SOCK, 34, 0 },
	{ "cgroup_sock.post_bind4", T_CGROUP_SOCK, 12, 0 },
	{ "cgroup_sock.post_bind6", T_CGROUP_SOCK, 13, 0 },
	{ "cgroup_device", T_CGROUP_DEVICE, 0, 0 },
	{ "cgroup_sock_addr.bind4", T_CGROUP_SOCK_ADDR, 8, 0 },
	{ "cgroup_sock_addr.bind6", T_CGROUP_SOCK_ADDR, 9, 0 },
	{ "cgroup_sock_addr.connect4", T_CGROUP_SOCK_ADDR, 10, 0 },
	{ "cgroup_sock_addr.connect6", T_CGROUP_SOCK_ADDR, 11, 0 },
	{ "cgroup_sock_addr.connect_unix", T_CGROUP_SOCK_ADDR, 49, 0 },
	{ "cgroup_sock_addr.sendmsg4", T_CGROUP_SOCK_ADDR, 14, 0 },
	{ "cgroup_sock_addr.sendmsg6", T_CGROUP_SOCK_ADDR, 15, 0 },
	{ "cgroup_sock_addr.sendmsg_unix", T_CGROUP_SOCK_ADDR, 50, 0 },
	{ "cgroup_sock_addr.recvmsg4", T_CGROUP_SOCK_ADDR, 19, 0 },
	{ "cgroup_sock_addr.recvmsg6", T_CGROUP_SOCK_ADDR, 20, 0 },
	{ "cgroup_sock_addr.recvmsg_unix", T_CGROUP_SOCK_ADDR, 51, 0 },
	{ "cgroup_sock_addr.getpeername4", T_CGROUP_SOCK_ADDR, 29, 0 },
	{ "cgroup_sock_addr.getpeername6", T_CGROUP_SOCK_ADDR, 30, 0 },
	{ "cgroup_sock_addr.getpeername_unix", T_CGROUP_SOCK_ADDR, 52, 0 },
	{ "cgroup_sock_addr.getsockname4", T_CGROUP_SOCK_ADDR, 31, 0 },
	{ "cgroup_sock_addr.getsockname6", T_CGROUP_SOCK_ADDR, 32, 0 },
	{ "cgroup_sock_addr.getsockname_unix", T_CGROUP_SOCK_ADDR, 53, 0 },
	{ "cgroup_sockopt.get", T_CGROUP_SOCKOPT, 21, 0 },
	{ "cgroup_sockopt.set", T_CGROUP_SOCKOPT, 22, 0 },
	{ "cgroup_sysctl", T_CGROUP_SYSCTL, 18, 0 },
	{ "lwt_in", T_LWT_IN, 0, 0 },
	{ "lwt_out", T_LWT_OUT, 0, 0 },
	{ "lwt_xmit", T_LWT_XMIT, 0, 0 },
	{ "lwt_seg6local", T_LWT_SEG6LOCAL, 0, 0 },
	{ "sock_ops", T_SOCK_OPS, 3, 0 },
	{ "sk_skb", T_SK_SKB, 0, 0 },
	{ "sk_msg", T_SK_MSG, 7, 0 },
	{ "sk_reuseport", T_SK_REUSEPORT, 39, 0 },
	{ "sk_lookup", T_SK_LOOKUP, 36, 0 },
	{ "flow_dissector", T_FLOW_DISSECTOR, 17, 0 },
	{ "lirc_mode2", T_LIRC_MODE2, 16, 0 },
	{ "syscall", T_SYSCALL, 0, SLEEPABLE },
	{ "netfilter", T_NETFILTER, A_NETFILTER, 0 },
};

// Those for a function of the kernel. The targets are tried in their order; the first that the kernel takes, and those
// after the bar, which differ in what they allow, are kept. "$" stands for what system calls begin with.
static const struct targeted {
	const char *name;
	uint32_t type, attach, flags;
	const char *targets; // words; before the bar: the first that works; behind it: all that work
} targeted[] = {
	{ "tracing.raw_tp", T_TRACING, A_TRACE_RAW_TP, 0, "btf_trace_sched_switch btf_trace_sys_enter |" },
	{ "tracing.raw_tp.s", T_TRACING, A_TRACE_RAW_TP, SLEEPABLE, "btf_trace_sys_enter btf_trace_sys_exit |" },
	{ "tracing.fentry", T_TRACING, A_TRACE_FENTRY, 0, "vfs_getattr security_file_open | vfs_mkdir" },
	{ "tracing.fentry.s", T_TRACING, A_TRACE_FENTRY, SLEEPABLE, "$sys_nanosleep $sys_getpgid security_file_open |" },
	{ "tracing.fexit", T_TRACING, A_TRACE_FEXIT, 0, "vfs_getattr security_file_open | vfs_mkdir" },
	{ "tracing.fexit.s", T_TRACING, A_TRACE_FEXIT, SLEEPABLE, "$sys_nanosleep $sys_getpgid security_file_open |" },
	{ "tracing.fmod_ret", T_TRACING, A_MODIFY_RETURN, 0, "security_file_open | security_task_kill" },
	{ "tracing.fmod_ret.s", T_TRACING, A_MODIFY_RETURN, SLEEPABLE, "$sys_nanosleep $sys_getpgid security_file_open |" },
	{ "tracing.fsession", T_TRACING, A_TRACE_FSESSION, 0, "vfs_getattr security_file_open | vfs_mkdir" },
	{ "tracing.fsession.s", T_TRACING, A_TRACE_FSESSION, SLEEPABLE, "$sys_nanosleep $sys_getpgid |" },
	{ "tracing.iter", T_TRACING, A_TRACE_ITER, 0, "bpf_iter_task bpf_iter_bpf_map | bpf_iter_tcp" },
	{ "tracing.iter.s", T_TRACING, A_TRACE_ITER, SLEEPABLE, "bpf_iter_task bpf_iter_bpf_map | bpf_iter_tcp" },
	{ "lsm", T_LSM, A_LSM_MAC, 0, "bpf_lsm_file_open | bpf_lsm_file_free_security" },
	{ "lsm.s", T_LSM, A_LSM_MAC, SLEEPABLE, "bpf_lsm_file_open bpf_lsm_bprm_committed_creds |" },
	{ "lsm_cgroup", T_LSM, A_LSM_CGROUP, 0,
	  "bpf_lsm_socket_bind | bpf_lsm_socket_post_create bpf_lsm_inet_conn_established" },
};

static const struct bpf_insn nothing[] = { MOV(0, 0), EXIT };
static const struct bpf_insn one[] = { MOV(0, 1), EXIT };
static const struct bpf_insn stops[] = { MOV(0, 0), STOP, EXIT };

// Some kinds must return 1; members of structs may have to return pointers, or what their caller expects.
static bool works(const struct how *how)
{
	return loads(how, nothing, COUNT(nothing)) || loads(how, one, COUNT(one)) ||
	       (how->type == T_STRUCT_OPS && reaches_stop(how, stops, COUNT(stops)));
}

static void keep(struct kind *kind, const struct how *how)
{
	if (kind->targets < MOST_TARGETS && works(how))
		kind->how[kind->targets++] = *how;
}

static void finish(struct kind *kind, int error)
{
	row(kind->targets ? "y" : error ? probe_errno(error) : "n", "kind %s", kind->name);
	if (kind->targets && kind_count < MOST_KINDS - 1)
		kind_count++;
	else
		memset(kind, 0, sizeof *kind);
}

static void find_plain(const struct plain *of)
{
	struct kind *kind = &kinds[kind_count];
	struct how how = { .type = of->type, .attach = of->attach, .flags = of->flags };
	snprintf(kind->name, sizeof kind->name, "%s", of->name);
	keep(kind, &how);
	finish(kind, load_errno);
}

static uint32_t target_id(const struct targeted *of, const char *word)
{
	static const char *const prefixes[] = { "__x64_", "__arm64_", "__s390x_", "__riscv_", "" };
	char name[128];
	if (of->attach == A_TRACE_RAW_TP && of->type == T_TRACING)
		return typedef_id(word);
	if (*word != '$')
		return func_id(word);
	for (size_t i = 0; i < COUNT(prefixes); i++) {
		snprintf(name, sizeof name, "%s%s", prefixes[i], word + 1);
		uint32_t id = func_id(name);
		if (id)
			return id;
	}
	return 0;
}

static void find_targeted(const struct targeted *of)
{
	struct kind *kind = &kinds[kind_count];
	struct how how = { .type = of->type, .attach = of->attach, .flags = of->flags };
	char words[256];
	bool others = false;
	int error = 0;
	snprintf(kind->name, sizeof kind->name, "%s", of->name);
	snprintf(words, sizeof words, "%s", of->targets);
	for (char *word = strtok(words, " "); word; word = strtok(NULL, " ")) {
		if (*word == '|') {
			others = true;
			continue;
		}
		if (!others && kind->targets)
			continue;
		how.attach_id = target_id(of, word);
		if (how.attach_id)
			keep(kind, &how);
		if (how.attach_id && !kind->targets)
			error = load_errno;
	}
	finish(kind, error);
}

static bool is_function(const struct btf_member *member)
{
	const struct btf_type *type = btf__type_by_id(kernel_types, member->type);
	return btf_is_ptr(type) && btf_is_func_proto(btf__type_by_id(kernel_types, type->type));
}

// Of the members of a struct_ops struct that are functions, the first and the last the kernel lets be written: those
// at the end are for the beginning and the end of all, where less is allowed.
static void find_struct_ops(const char *name, uint32_t flags)
{
	struct kind *kind = &kinds[kind_count];
	const struct btf_type *type = btf__type_by_id(kernel_types, struct_id(name));
	struct how how = { .type = T_STRUCT_OPS, .flags = flags, .attach_id = struct_id(name) };
	int error = 0, first = 0, last = btf_vlen(type) - 1;
	snprintf(kind->name, sizeof kind->name, "struct_ops.%.40s%s", name, flags ? ".s" : "");
	for (; first <= last && !kind->targets; first++)
		if (is_function(&btf_members(type)[first])) {
			how.attach = first;
			keep(kind, &how);
			error = kind->targets ? 0 : load_errno;
		}
	for (; last >= first && kind->targets == 1; last--)
		if (is_function(&btf_members(type)[last])) {
			how.attach = last;
			keep(kind, &how);
		}
	finish(kind, error);
}

// The value of a struct_ops map holds the struct that is to be filled, as "data".
static bool wraps(const struct btf_type *value, uint32_t id)
{
	const struct btf_member *member = btf_members(value);
	for (int i = 0; i < btf_vlen(value); i++)
		if (id && member[i].type == id && !strcmp(btf__name_by_offset(kernel_types, member[i].name_off), "data"))
			return true;
	return false;
}

static void find_all_struct_ops(void)
{
	static const char prefix[] = "bpf_struct_ops_";
	for (uint32_t id = 1; id < btf__type_cnt(kernel_types); id++) {
		const struct btf_type *type = btf__type_by_id(kernel_types, id);
		const char *name = btf_is_struct(type) ? btf__name_by_offset(kernel_types, type->name_off) : "";
		if (strncmp(name, prefix, strlen(prefix)) || !wraps(type, struct_id(name + strlen(prefix))))
			continue;
		find_struct_ops(name + strlen(prefix), 0);
		find_struct_ops(name + strlen(prefix), SLEEPABLE);
	}
}

void find_kinds(void)
{
	for (size_t i = 0; i < COUNT(plain); i++)
		find_plain(&plain[i]);
	for (size_t i = 0; i < COUNT(targeted) && kernel_types; i++)
		find_targeted(&targeted[i]);
	if (kernel_types)
		find_all_struct_ops();
}

const struct kind *kind_named(const char *name)
{
	for (uint32_t i = 0; i < kind_count; i++)
		if (!strcmp(kinds[i].name, name))
			return &kinds[i];
	return NULL;
}
