#define _GNU_SOURCE
#include "attach.h"

#include <arpa/inet.h>
#include <errno.h>
#include <linux/bpf.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <bpf/bpf.h>

#include "frames.h"
#include "lines.h"
#include "object.h"
#include "share.h"

// Numbers of types younger than the headers this may be built with.
#define PROG_TYPE_NETFILTER 32

void attempt_link(struct attempt *a, struct bpf_link *link)
{
	long e = link ? libbpf_get_error(link) : -errno;
	a->error = e < 0 ? -e : 0;
	a->link = e < 0 ? NULL : link;
}

void attempt_errno(struct attempt *a, long result)
{
	a->error = result < 0 ? errno : 0;
}

void attempt_cannot(struct attempt *a, const char *why)
{
	a->error = CANNOT;
	a->why = why;
}

void attempt_undo(struct attempt *a, int fd)
{
	for (size_t i = 0; i < sizeof a->undo / sizeof *a->undo; i++)
		if (fd > 0 && !a->undo[i]) {
			a->undo[i] = fd;
			return;
		}
}

static void refuse(struct attempt *a, const char *kind, const char *why)
{
	a->kind = kind;
	attempt_cannot(a, why);
}

static void choose(struct attempt *a, struct bpf_program *p)
{
	switch ((int)bpf_program__type(p)) {
	case BPF_PROG_TYPE_KPROBE:
	case BPF_PROG_TYPE_TRACEPOINT:
	case BPF_PROG_TYPE_RAW_TRACEPOINT:
	case BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE:
	case BPF_PROG_TYPE_TRACING:
	case BPF_PROG_TYPE_LSM:
	case BPF_PROG_TYPE_PERF_EVENT:
		return attach_to_kernel(a, p);
	case BPF_PROG_TYPE_XDP:
	case BPF_PROG_TYPE_SCHED_CLS:
	case BPF_PROG_TYPE_SOCKET_FILTER:
	case BPF_PROG_TYPE_SK_REUSEPORT:
	case BPF_PROG_TYPE_SK_SKB:
	case BPF_PROG_TYPE_SK_MSG:
	case BPF_PROG_TYPE_FLOW_DISSECTOR:
	case BPF_PROG_TYPE_SK_LOOKUP:
	case PROG_TYPE_NETFILTER:
		return attach_to_network(a, p);
	case BPF_PROG_TYPE_CGROUP_SKB:
	case BPF_PROG_TYPE_CGROUP_SOCK:
	case BPF_PROG_TYPE_CGROUP_SOCK_ADDR:
	case BPF_PROG_TYPE_CGROUP_SOCKOPT:
	case BPF_PROG_TYPE_CGROUP_SYSCTL:
	case BPF_PROG_TYPE_CGROUP_DEVICE:
	case BPF_PROG_TYPE_SOCK_OPS:
		return attach_to_cgroup(a, p);
	case BPF_PROG_TYPE_STRUCT_OPS:
		return refuse(a, "struct_ops", "it is attached with its map");
	case BPF_PROG_TYPE_EXT:
		return refuse(a, "freplace", "the guest has no program for it to replace");
	case BPF_PROG_TYPE_SCHED_ACT:
		return refuse(a, "action", "actions are attached to filters, which the guest has none of");
	case BPF_PROG_TYPE_LWT_IN:
	case BPF_PROG_TYPE_LWT_OUT:
	case BPF_PROG_TYPE_LWT_XMIT:
	case BPF_PROG_TYPE_LWT_SEG6LOCAL:
		return refuse(a, "lwt", "it is attached to a route, which the guest has none of");
	case BPF_PROG_TYPE_LIRC_MODE2:
		return refuse(a, "lirc", "the guest has no infrared receiver");
	case BPF_PROG_TYPE_SYSCALL:
		return refuse(a, "syscall", "programs of this type are run, not attached");
	default:
		return refuse(a, "other", "the guest does not know what programs of this type are attached to");
	}
}

// A little of what tracing and filtering programs wait for, so that some run.
static void stir(void)
{
	struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons(9),
				  .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	char b[64];
	own_function(getpid());
	read_small("/proc/self/comm", b, sizeof b);
	int s = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	if (s >= 0) {
		if (sendto(s, "x", 1, MSG_DONTWAIT, (struct sockaddr *)&to, sizeof to) < 0)
			b[0] = 0; // lo may be down, or the program forbids it
		close(s);
	}
	usleep(2000);
}

static long runs_of(int fd)
{
	struct bpf_prog_info info = { 0 };
	uint32_t n = sizeof info;
	return bpf_obj_get_info_by_fd(fd, &info, &n) ? -1 : (long)info.run_cnt;
}

static void take_off(struct attempt *a)
{
	if (a->link)
		bpf_link__destroy(a->link);
	for (size_t i = 0; i < sizeof a->undo / sizeof *a->undo; i++)
		if (a->undo[i])
			close(a->undo[i]);
	if (a->undo_last)
		a->undo_last();
}

static void say_errno(struct sb *s, const struct attempt *a)
{
	sb_ki(s, "attach_errno", a->error);
	if (a->error > 0)
		sb_kv(s, "errname", errno_name(a->error));
	sb_kv(s, "said", a->why ? a->why : a->error && L.text.n ? L.text.p : a->error > 0 ? strerror(a->error) : "");
}

void attach_program(int obj, int prog, struct bpf_program *p, int load_result)
{
	struct attempt a = { .kind = "other" };
	struct sb s = { 0 };
	lines_reset();
	int counting = bpf_enable_stats(BPF_STATS_RUN_TIME); // since 5.8
	uint64_t t0 = now_ns();
	if (load_result < 0)
		attempt_cannot(&a, "the program was verified, but its object failed to load after that");
	else
		choose(&a, p);
	uint64_t t1 = now_ns();
	long runs = -1;
	if (!a.error) {
		stir();
		runs = counting >= 0 ? runs_of(bpf_program__fd(p)) : -1;
		take_off(&a);
	}
	if (counting >= 0)
		close(counting);
	object_header(&s, obj, prog);
	sb_kv(&s, "kind", a.kind);
	say_errno(&s, &a);
	sb_ki(&s, "us", (t1 - t0) / 1000);
	if (runs >= 0)
		sb_ki(&s, "run_cnt", runs);
	sb_f(&s, "}");
	emit(F_ATTACH, &s);
}

void attach_struct_ops(int obj, struct bpf_map *m, int load_result)
{
	struct attempt a = { .kind = "struct_ops" };
	struct sb s = { 0 };
	uint64_t t0 = now_ns();
	if (load_result < 0) {
		attempt_cannot(&a, L.cause[0] ? L.cause : "the object does not load as a whole");
	} else {
		lines_reset();
		attempt_link(&a, bpf_map__attach_struct_ops(m));
	}
	uint64_t t1 = now_ns();
	if (!a.error) {
		stir();
		take_off(&a);
	}
	object_header(&s, obj, -1);
	sb_kv(&s, "map", bpf_map__name(m));
	sb_kv(&s, "kind", a.kind);
	say_errno(&s, &a);
	sb_ki(&s, "us", (t1 - t0) / 1000);
	sb_f(&s, "}");
	emit(F_ATTACH, &s);
}
