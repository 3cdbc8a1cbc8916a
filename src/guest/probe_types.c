// probe_types.c - program types, and the attach types they are loaded for.

#define _GNU_SOURCE
#include "probe_kinds.h"

#include <stdlib.h>
#include <sys/utsname.h>

static const char *const type_names[T_COUNT] = {
	"unspec", "socket_filter", "kprobe", "sched_cls", "sched_act", "tracepoint", "xdp", "perf_event", "cgroup_skb",
	"cgroup_sock", "lwt_in", "lwt_out", "lwt_xmit", "sock_ops", "sk_skb", "cgroup_device", "sk_msg",
	"raw_tracepoint", "cgroup_sock_addr", "lwt_seg6local", "lirc_mode2", "sk_reuseport", "flow_dissector",
	"cgroup_sysctl", "raw_tracepoint_writable", "cgroup_sockopt", "tracing", "struct_ops", "ext", "lsm",
	"sk_lookup", "syscall", "netfilter"
};

static const char *const attach_names[] = {
	"cgroup_inet_ingress", "cgroup_inet_egress", "cgroup_inet_sock_create", "cgroup_sock_ops",
	"sk_skb_stream_parser", "sk_skb_stream_verdict", "cgroup_device", "sk_msg_verdict", "cgroup_inet4_bind",
	"cgroup_inet6_bind", "cgroup_inet4_connect", "cgroup_inet6_connect", "cgroup_inet4_post_bind",
	"cgroup_inet6_post_bind", "cgroup_udp4_sendmsg", "cgroup_udp6_sendmsg", "lirc_mode2", "flow_dissector",
	"cgroup_sysctl", "cgroup_udp4_recvmsg", "cgroup_udp6_recvmsg", "cgroup_getsockopt", "cgroup_setsockopt",
	"trace_raw_tp", "trace_fentry", "trace_fexit", "modify_return", "lsm_mac", "trace_iter",
	"cgroup_inet4_getpeername", "cgroup_inet6_getpeername", "cgroup_inet4_getsockname",
	"cgroup_inet6_getsockname", "xdp_devmap", "cgroup_inet_sock_release", "xdp_cpumap", "sk_lookup", "xdp",
	"sk_skb_verdict", "sk_reuseport_select", "sk_reuseport_select_or_migrate", "perf_event",
	"trace_kprobe_multi", "lsm_cgroup", "struct_ops", "netfilter", "tcx_ingress", "tcx_egress",
	"trace_uprobe_multi", "cgroup_unix_connect", "cgroup_unix_sendmsg", "cgroup_unix_recvmsg",
	"cgroup_unix_getpeername", "cgroup_unix_getsockname", "netkit_primary", "netkit_peer",
	"trace_kprobe_session", "trace_uprobe_session", "trace_fsession"
};

// Which attach types libbpf 1.7.0 loads programs of these types for; refusals are told of these only.
static const struct asked {
	uint32_t type, attach;
} asked[] = {
	{ T_SK_REUSEPORT, 39 }, { T_SK_REUSEPORT, 40 }, { T_KPROBE, 42 }, { T_KPROBE, 48 }, { T_KPROBE, 56 },
	{ T_KPROBE, 57 }, { T_SCHED_CLS, 46 }, { T_SCHED_CLS, 47 }, { T_SCHED_CLS, 54 }, { T_SCHED_CLS, 55 },
	{ T_XDP, 33 }, { T_XDP, 35 }, { T_XDP, 37 }, { T_SOCK_OPS, 3 }, { T_SK_SKB, 4 }, { T_SK_SKB, 5 },
	{ T_SK_SKB, 38 }, { T_SK_MSG, 7 }, { T_LIRC_MODE2, 16 }, { T_FLOW_DISSECTOR, 17 }, { T_CGROUP_SKB, 0 },
	{ T_CGROUP_SKB, 1 }, { T_CGROUP_SOCK, 2 }, { T_CGROUP_SOCK, 34 }, { T_CGROUP_SOCK, 12 },
	{ T_CGROUP_SOCK, 13 }, { T_CGROUP_SOCK_ADDR, 8 }, { T_CGROUP_SOCK_ADDR, 9 }, { T_CGROUP_SOCK_ADDR, 10 },
	{ T_CGROUP_SOCK_ADDR, 11 }, { T_CGROUP_SOCK_ADDR, 14 }, { T_CGROUP_SOCK_ADDR, 15 },
	{ T_CGROUP_SOCK_ADDR, 19 }, { T_CGROUP_SOCK_ADDR, 20 }, { T_CGROUP_SOCK_ADDR, 29 },
	{ T_CGROUP_SOCK_ADDR, 30 }, { T_CGROUP_SOCK_ADDR, 31 }, { T_CGROUP_SOCK_ADDR, 32 },
	{ T_CGROUP_SOCK_ADDR, 49 }, { T_CGROUP_SOCK_ADDR, 50 }, { T_CGROUP_SOCK_ADDR, 51 },
	{ T_CGROUP_SOCK_ADDR, 52 }, { T_CGROUP_SOCK_ADDR, 53 }, { T_CGROUP_SYSCTL, 18 }, { T_CGROUP_SOCKOPT, 21 },
	{ T_CGROUP_SOCKOPT, 22 }, { T_CGROUP_DEVICE, 6 }, { T_SK_LOOKUP, 36 }, { T_NETFILTER, 45 },
};

static const struct bpf_insn stops[] = { MOV(0, 0), STOP, EXIT };

static bool comes_to_verifier(uint32_t type, uint32_t attach)
{
	struct how how = { .type = type, .attach = attach, .flags = type == T_SYSCALL ? SLEEPABLE : 0 };
	return reaches_stop(&how, stops, COUNT(stops));
}

// A type is known when some program of it comes to the verifier, or is refused by it for what it was loaded for.
static bool knows(uint32_t type)
{
	struct how how = { .type = type, .attach_id = 1, .attach = type == T_LSM ? A_LSM_MAC : 0 };
	if (type == T_TRACING)
		how.attach = A_TRACE_FENTRY;
	else if (type != T_EXT && type != T_LSM)
		how.attach_id = 0;
	for (uint32_t i = 0; i < kind_count; i++)
		if (kinds[i].how[0].type == type)
			return true;
	return (how.attach_id && !loads(&how, stops, COUNT(stops)) && load_log[0]) || comes_to_verifier(type, 0);
}

// Only where the kernel looks at the attach type at all: it then refuses one that nobody has.
static void attach_types_of(uint32_t type)
{
	for (uint32_t i = 0; i < COUNT(asked); i++)
		if (asked[i].type == type && !comes_to_verifier(type, 999)) {
			bool taken = comes_to_verifier(type, asked[i].attach);
			row(taken ? "y" : "n", "attach_type %s %s", type_names[type], attach_names[asked[i].attach]);
		}
}

static void machine(void)
{
	struct utsname name;
	char text[16] = "";
	FILE *file = fopen("/proc/sys/net/core/bpf_jit_enable", "r");
	if (!uname(&name))
		row(name.machine, "arch");
	if (file && fgets(text, sizeof text, file))
		row_number(strtol(text, NULL, 10), "jit");
	if (file)
		fclose(file);
}

void probe_types(void)
{
	machine();
	find_kinds();
	for (uint32_t type = 1; type < T_COUNT; type++)
		row(knows(type) ? "y" : "n", "prog_type %s", type_names[type]);
	for (uint32_t type = 1; type < T_COUNT; type++)
		attach_types_of(type);
}
