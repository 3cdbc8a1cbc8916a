#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/bpf.h>
#include <net/if.h>
#include <netinet/in.h>
#include <stdbool.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <bpf/bpf.h>

#include "attach.h"

// Numbers younger than the headers this may be built with: enum bpf_attach_type of 6.4, 6.6, 6.7.
#define TCX_INGRESS 46
#define TCX_EGRESS 47
#define NETKIT_PRIMARY 54
#define NETKIT_PEER 55

#define LO 1 // its index in every network namespace

static void raise_lo(void)
{
	struct ifreq r = { .ifr_name = "lo", .ifr_flags = IFF_UP | IFF_RUNNING };
	int s = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	if (s >= 0) {
		ioctl(s, SIOCSIFFLAGS, &r); // if it stays down, programs are attached all the same
		close(s);
	}
}

static void as_xdp(struct attempt *a, struct bpf_program *p)
{
	int how = bpf_program__expected_attach_type(p);
	a->kind = "xdp";
	if (how == BPF_XDP_DEVMAP || how == BPF_XDP_CPUMAP) {
		a->kind = "devmap";
		return attempt_cannot(a, "it runs for an entry of a map");
	}
	attempt_link(a, bpf_program__attach_xdp(p, LO));
}

static void remove_clsact(void)
{
	LIBBPF_OPTS(bpf_tc_hook, hook, .ifindex = LO, .attach_point = BPF_TC_INGRESS | BPF_TC_EGRESS);
	bpf_tc_hook_destroy(&hook);
}

// Kernels before 6.6; where the qdisc is a module that was not given, that is what is said.
static void by_clsact(struct attempt *a, int prog)
{
	LIBBPF_OPTS(bpf_tc_hook, hook, .ifindex = LO, .attach_point = BPF_TC_INGRESS);
	LIBBPF_OPTS(bpf_tc_opts, opts, .prog_fd = prog);
	errno = 0;
	int r = bpf_tc_hook_create(&hook);
	attempt_errno(a, r == -EEXIST ? 0 : r);
	if (a->error)
		return attempt_cannot(a, "there is neither tcx nor clsact: the module sch_ingress is not loaded");
	attempt_errno(a, bpf_tc_attach(&hook, &opts));
	if (a->error)
		remove_clsact();
	else
		a->undo_last = remove_clsact;
}

static void as_tc(struct attempt *a, struct bpf_program *p)
{
	int how = bpf_program__expected_attach_type(p), fd = bpf_program__fd(p);
	a->kind = "tc";
	if (how == NETKIT_PRIMARY || how == NETKIT_PEER)
		return attempt_cannot(a, "the guest has no netkit device");
	int link = bpf_link_create(fd, LO, how == TCX_EGRESS ? TCX_EGRESS : TCX_INGRESS, NULL);
	attempt_errno(a, link);
	attempt_undo(a, link);
	if (a->error == EINVAL)
		by_clsact(a, fd);
}

static void to_socket(struct attempt *a, struct bpf_program *p, int option)
{
	int fd = bpf_program__fd(p), one = 1;
	struct sockaddr_in any = { .sin_family = AF_INET };
	int s = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	attempt_undo(a, s);
	if (s >= 0)
		setsockopt(s, SOL_SOCKET, SO_REUSEPORT, &one, sizeof one);
	attempt_errno(a, s < 0 || bind(s, (struct sockaddr *)&any, sizeof any) ?
				 -1 :
				 setsockopt(s, SOL_SOCKET, option, &fd, sizeof fd));
}

static void to_sockmap(struct attempt *a, struct bpf_program *p)
{
	int how = bpf_program__expected_attach_type(p);
	a->kind = "sockmap";
	if (!how) // SEC("sk_skb") leaves open which of the two; 0 is another type's
		how = bpf_program__type(p) == BPF_PROG_TYPE_SK_MSG ? BPF_SK_MSG_VERDICT : BPF_SK_SKB_STREAM_VERDICT;
	int map = bpf_map_create(BPF_MAP_TYPE_SOCKMAP, "guest", 4, 4, 1, NULL);
	attempt_undo(a, map);
	attempt_errno(a, map);
	if (!a->error)
		attempt_errno(a, bpf_prog_attach(bpf_program__fd(p), map, how, 0));
}

static void to_namespace(struct attempt *a, struct bpf_program *p)
{
	a->kind = "netns";
	int f = open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC);
	attempt_errno(a, f);
	if (!a->error)
		attempt_link(a, bpf_program__attach_netns(p, f));
	if (f >= 0)
		close(f);
}

static void as_netfilter(struct attempt *a, struct bpf_program *p)
{
	LIBBPF_OPTS(bpf_netfilter_opts, o, .pf = 2 /* NFPROTO_IPV4 */, .hooknum = 1 /* local in */, .priority = -128);
	a->kind = "netfilter";
	attempt_link(a, bpf_program__attach_netfilter(p, &o));
}

static void close_undo(struct attempt *a)
{
	for (size_t i = 0; i < sizeof a->undo / sizeof *a->undo; i++) {
		if (a->undo[i])
			close(a->undo[i]);
		a->undo[i] = 0;
	}
}

void attach_to_network(struct attempt *a, struct bpf_program *p)
{
	raise_lo();
	switch ((int)bpf_program__type(p)) {
	case BPF_PROG_TYPE_XDP:
		as_xdp(a, p);
		break;
	case BPF_PROG_TYPE_SCHED_CLS:
		as_tc(a, p);
		break;
	case BPF_PROG_TYPE_SOCKET_FILTER:
		a->kind = "socket";
		to_socket(a, p, SO_ATTACH_BPF);
		break;
	case BPF_PROG_TYPE_SK_REUSEPORT:
		a->kind = "reuseport";
		to_socket(a, p, SO_ATTACH_REUSEPORT_EBPF);
		break;
	case BPF_PROG_TYPE_SK_SKB:
	case BPF_PROG_TYPE_SK_MSG:
		to_sockmap(a, p);
		break;
	case BPF_PROG_TYPE_FLOW_DISSECTOR:
	case BPF_PROG_TYPE_SK_LOOKUP:
		to_namespace(a, p);
		break;
	default:
		as_netfilter(a, p);
	}
	if (a->error)
		close_undo(a);
}
