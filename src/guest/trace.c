#define _GNU_SOURCE
#include "trace.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/bpf.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "conf.h"
#include "frames.h"
#include "share.h"

#define POISON 195896080 // the helper libbpf calls where a CO-RE relocation failed
#define STATS_KEPT 32768

// Which program a BPF_PROG_LOAD is for can be told by the address of its log buffer, so far apart:
#define MARK 8ul

struct map_failure map_failure;
int btf_load_errno;
static struct prog_try *tries;
static int n_tries, object, loads;
static bool tracing, go_on_after_refusal;
static char *big_log;
static size_t big_len, huge_len;

long __real_syscall(long nr, ...);
long __wrap_syscall(long nr, long a, long b, long c, long d, long e, long f);

void trace_init(int obj, int programs, bool go_on)
{
	object = obj, n_tries = programs, go_on_after_refusal = go_on;
	big_len = (size_t)C.log_mb << 20, huge_len = (size_t)C.log_max_mb << 20;
	tries = calloc(programs ? programs : 1, sizeof *tries);
	// only what the kernel writes becomes memory
	big_log = mmap(NULL, huge_len, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (!tries || big_log == MAP_FAILED)
		_exit(96);
}

void trace_program(struct bpf_program *p, int index)
{
	bpf_program__set_log_buf(p, big_log + MARK * index, big_len - MARK * index);
	bpf_program__set_log_level(p, 1);
}

void trace_on(bool on)
{
	tracing = on;
}

const struct prog_try *trace_of(int index)
{
	return &tries[index];
}

int trace_loads(void)
{
	return loads;
}

static int load(union bpf_attr *a, size_t size, long level, size_t room, uint64_t *ns)
{
	a->log_level = level;
	a->log_buf = level ? (uintptr_t)big_log : 0;
	a->log_size = level ? room : 0;
	big_log[0] = 0;
	uint64_t t0 = now_ns();
	int r = __real_syscall(__NR_bpf, BPF_PROG_LOAD, a, size), e = errno;
	*ns += now_ns() - t0;
	errno = e;
	return r;
}

// The second try: the same attributes, with the log.
static void load_for_log(struct prog_try *t, union bpf_attr *a, size_t size)
{
	int r = load(a, size, C.level, big_len, &t->ns2);
	t->err2 = r < 0 ? errno : 0;
	// Before 6.4 a full buffer keeps the head of the log and loses its end, where the reason is.
	if (r < 0 && t->err2 == ENOSPC && huge_len > big_len && !log_has_end(big_log, big_len)) {
		r = load(a, size, C.level, huge_len, &t->ns2);
		t->err2 = r < 0 ? errno : 0;
	}
	// Before 5.2 the bit for statistics is an error.
	if (r < 0 && t->err == EINVAL && t->err2 == EINVAL && !big_log[0]) {
		r = load(a, size, 1, big_len, &t->ns2);
		t->err2 = r < 0 ? errno : 0;
		if (r >= 0)
			t->ret = r, t->err = 0;
		else if (t->err2 != ENOSPC)
			t->err = t->err2;
	}
	if (r >= 0 && r != t->ret)
		close(r); // reported as unstable
}

static void describe(struct prog_try *t, int index, const union bpf_attr *attr)
{
	const struct bpf_insn *in = (const void *)(uintptr_t)attr->insns;
	*t = (struct prog_try){ .seen = true, .type = attr->prog_type, .insns = attr->insn_cnt,
				.attach_btf_id = attr->attach_btf_id };
	for (uint32_t i = 0; i < t->insns; i++)
		t->poison += in[i].code == (BPF_JMP | BPF_CALL) && in[i].imm == POISON;
	if (C.insns && !go_on_after_refusal)
		emit_log(object, index, LOG_INSNS, (const char *)in, t->insns * sizeof *in, 8 << 20);
}

static void keep_log(struct prog_try *t, int index, bool with_log)
{
	size_t n = strnlen(big_log, huge_len), k = n < STATS_KEPT ? n : STATS_KEPT;
	t->stats = strndup(big_log + n - k, k);
	if (!with_log)
		return;
	t->log_n = n;
	t->cut = t->err2 == ENOSPC || (t->ret < 0 && t->err == ENOSPC);
	if (t->ret < 0 && (!t->cut || log_has_end(big_log, n)))
		log_reason(&t->reason, big_log, n);
	emit_log(object, index, LOG_VERIFIER, big_log, n, C.log_keep);
}

static long traced_load(int index, const union bpf_attr *attr, size_t size)
{
	struct prog_try *t = &tries[index];
	union bpf_attr a = { 0 };
	size_t known = size < sizeof a ? size : sizeof a;
	describe(t, index, attr);
	share->stage = S_PROG;
	share->cur = index;
	loads++;
	memcpy(&a, attr, known);
	// statistics only: a long log can neither slow it down nor make it fail for want of space
	t->ret = load(&a, known, C.level_ok, big_len, &t->ns);
	t->err = t->ret < 0 ? errno : 0;
	share->err = t->err;
	bool refused = t->ret < 0;
	if (refused && go_on_after_refusal)
		return open("/dev/null", O_RDONLY | O_CLOEXEC);
	if (refused)
		load_for_log(t, &a, known);
	keep_log(t, index, refused || C.level_ok & 3);
	errno = t->err;
	return t->ret;
}

static void map_created(long ret, int err, const union bpf_attr *attr)
{
	if (ret >= 0)
		return;
	map_failure = (struct map_failure){ .any = true, .err = err, .type = attr->map_type };
	memcpy(map_failure.name, attr->map_name, sizeof map_failure.name - 1);
}

static long traced_bpf(long cmd, const union bpf_attr *attr, long size)
{
	if (cmd == BPF_PROG_LOAD && attr->log_buf >= (uintptr_t)big_log &&
	    attr->log_buf < (uintptr_t)big_log + MARK * n_tries)
		return traced_load((attr->log_buf - (uintptr_t)big_log) / MARK, attr, size);
	// libbpf makes maps of that name to find out what the kernel can do
	bool own_map = cmd == BPF_MAP_CREATE && strncmp(attr->map_name, "libbpf_", 7);
	if (own_map && share->stage < S_MAP)
		share->stage = S_MAP;
	long r = __real_syscall(__NR_bpf, cmd, attr, size);
	int e = errno;
	if (own_map)
		map_created(r, e, attr);
	if (r < 0 && cmd == BPF_BTF_LOAD)
		btf_load_errno = e;
	errno = e;
	return r;
}

long __wrap_syscall(long nr, long a, long b, long c, long d, long e, long f)
{
	if (nr == __NR_bpf && tracing)
		return traced_bpf(a, (const union bpf_attr *)b, c);
	return __real_syscall(nr, a, b, c, d, e, f);
}
