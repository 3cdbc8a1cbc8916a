#define _GNU_SOURCE
#include <inttypes.h>
#include <linux/bpf.h>
#include <linux/perf_event.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <bpf/bpf.h>

#include "attach.h"
#include "share.h"

#define ITER_MOST (1 << 20) // bytes read of an iterator
#define TRACE_UPROBE_MULTI 48 // enum bpf_attach_type, of 6.6
#define LSM_CGROUP 43 // of 6.0

__attribute__((noinline)) int own_function(int x)
{
	asm volatile("" : "+r"(x)); // keeps the function, and the calls to it
	return x;
}

// Where a function is in our own file; 0: not found.
static unsigned long own_offset(uintptr_t address)
{
	uint64_t start, end, offset, found = 0;
	char line[512];
	FILE *f = fopen("/proc/self/maps", "re");
	while (f && fgets(line, sizeof line, f))
		if (sscanf(line, "%" SCNx64 "-%" SCNx64 " %*s %" SCNx64, &start, &end, &offset) == 3 &&
		    start <= address && address < end)
			found = address - start + offset;
	if (f)
		fclose(f);
	return found;
}

static bool begins(const char *s, const char *with)
{
	return !strncmp(s, with, strlen(with));
}

// Loaders choose the target of a section that names none: SEC("kprobe").
static bool has_target(const char *section)
{
	const char *slash = strchr(section, '/');
	return slash && slash[1];
}

static void as_named(struct attempt *a, struct bpf_program *p, const char *kind)
{
	a->kind = kind;
	if (has_target(bpf_program__section_name(p)))
		attempt_link(a, bpf_program__attach(p));
	else
		attempt_cannot(a, "the section names no target; its loader chooses one");
}

static void to_own_function(struct attempt *a, struct bpf_program *p, bool ret)
{
	static const char self[] = "/proc/self/exe";
	unsigned long offset = own_offset((uintptr_t)own_function);
	bool multi = (int)bpf_program__expected_attach_type(p) >= TRACE_UPROBE_MULTI;
	a->kind = multi ? "uprobe_multi" : "uprobe";
	a->why = "to a function of the guest's own program";
	if (multi) {
		LIBBPF_OPTS(bpf_uprobe_multi_opts, o, .offsets = &offset, .cnt = 1, .retprobe = ret,
			    .session = strstr(bpf_program__section_name(p), ".session") != NULL);
		attempt_link(a, bpf_program__attach_uprobe_multi(p, -1, self, NULL, &o));
	} else {
		LIBBPF_OPTS(bpf_uprobe_opts, o, .retprobe = ret);
		attempt_link(a, bpf_program__attach_uprobe_opts(p, -1, self, offset, &o));
	}
	if (a->error)
		a->why = NULL;
}

static void to_function(struct attempt *a, struct bpf_program *p)
{
	const char *section = bpf_program__section_name(p);
	section += *section == '?';
	if (begins(section, "usdt")) {
		a->kind = "usdt";
		attempt_cannot(a, "the guest's own program has no probes of this kind");
	} else if (begins(section, "uprobe") || begins(section, "uretprobe")) {
		to_own_function(a, p, begins(section, "uretprobe"));
	} else if (begins(section, "ksyscall") || begins(section, "kretsyscall")) {
		as_named(a, p, "ksyscall");
	} else if (strstr(section, "probe.multi") || strstr(section, "probe.session")) {
		as_named(a, p, "kprobe_multi");
	} else {
		as_named(a, p, "kprobe");
	}
}

static void as_iterator(struct attempt *a, struct bpf_program *p)
{
	const char *section = bpf_program__section_name(p);
	a->kind = "iter";
	if (strstr(section, "bpf_map_elem") || strstr(section, "bpf_sk_storage_map"))
		return attempt_cannot(a, "it goes through a map that its loader chooses");
	as_named(a, p, "iter");
	if (a->error)
		return;
	int f = bpf_iter_create(bpf_link__fd(a->link));
	attempt_errno(a, f);
	char b[4096];
	ssize_t r = 1;
	for (size_t n = 0; f >= 0 && n < ITER_MOST && (r = read(f, b, sizeof b)) > 0; n += r)
		;
	if (!a->error)
		attempt_errno(a, r);
	if (f >= 0)
		close(f);
	if (a->error) {
		bpf_link__destroy(a->link);
		a->link = NULL;
	}
}

static void to_clock(struct attempt *a, struct bpf_program *p)
{
	struct perf_event_attr clock = { .type = PERF_TYPE_SOFTWARE, .size = sizeof clock,
					 .config = PERF_COUNT_SW_CPU_CLOCK, .freq = 1, .sample_freq = 1000 };
	a->kind = "perf_event";
	int f = syscall(__NR_perf_event_open, &clock, -1, 0, -1, PERF_FLAG_FD_CLOEXEC);
	attempt_errno(a, f);
	if (!a->error)
		attempt_link(a, bpf_program__attach_perf_event(p, f)); // the link closes f
	if (a->error && f >= 0)
		close(f);
}

void attach_to_kernel(struct attempt *a, struct bpf_program *p)
{
	int how = bpf_program__expected_attach_type(p);
	switch (bpf_program__type(p)) {
	case BPF_PROG_TYPE_TRACEPOINT:
		return as_named(a, p, "tracepoint");
	case BPF_PROG_TYPE_RAW_TRACEPOINT:
	case BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE:
		return as_named(a, p, "raw_tp");
	case BPF_PROG_TYPE_LSM:
		return how == LSM_CGROUP ? attach_to_cgroup(a, p) : as_named(a, p, "lsm");
	case BPF_PROG_TYPE_PERF_EVENT:
		return to_clock(a, p);
	case BPF_PROG_TYPE_TRACING:
		if (how == BPF_TRACE_ITER)
			return as_iterator(a, p);
		return as_named(a, p, how == BPF_TRACE_RAW_TP ? "tp_btf" : "fentry");
	default:
		return to_function(a, p);
	}
}
