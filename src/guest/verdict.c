#define _GNU_SOURCE
#include "verdict.h"

#include <errno.h>
#include <linux/bpf.h>
#include <stdbool.h>
#include <string.h>

#include <bpf/bpf.h>

#include "conf.h"
#include "frames.h"
#include "lines.h"
#include "object.h"
#include "share.h"
#include "trace.h"

// A kernel that does not know a program type says no more than that an argument is wrong: ask it with a program that is
// beyond reproach. 524 is ENOTSUPP, the kernel's own.
static bool is_unknown_type(const struct prog_try *t)
{
	if (t->log_n || (t->err != EINVAL && t->err != EOPNOTSUPP && t->err != 524))
		return false;
	trace_on(false);
	bool unknown = libbpf_probe_bpf_prog_type(t->type, NULL) == 0;
	trace_on(true);
	return unknown;
}

static const char *verdict_of(const struct prog_try *t, int *stage)
{
	*stage = S_DONE;
	if (t->seen && t->ret >= 0)
		return "loaded";
	*stage = S_PROG;
	if (t->seen)
		return t->err2 == 0 ? "unstable" : is_unknown_type(t) ? "unsupported_type" : "rejected";
	*stage = L.stage ? L.stage : map_failure.any ? S_MAP : S_OTHER;
	return "libbpf_failed";
}

static void what_the_kernel_said(struct sb *s, const struct prog_try *t)
{
	sb_kv(s, "type", libbpf_bpf_prog_type_str(t->type));
	sb_ki(s, "insns", t->insns);
	if (t->attach_btf_id)
		sb_ki(s, "attach_btf_id", t->attach_btf_id);
	if (t->poison)
		sb_ki(s, "poisoned_insns", t->poison);
	sb_ki(s, "load_us", t->ns / 1000);
	if (t->ret < 0) {
		sb_ki(s, "load2_us", t->ns2 / 1000);
		sb_ki(s, "errno2", t->err2);
	}
	log_statistics(s, t->stats ? t->stats : "");
	if (t->reason.line[0])
		sb_kv(s, "reason", t->reason.line);
	if (t->reason.category[0])
		sb_kv(s, "category", t->reason.category);
	sb_ki(s, "log_bytes", t->log_n);
	if (t->cut)
		sb_ki(s, "log_truncated", 1);
}

static void what_it_became(struct sb *s, int fd)
{
	struct bpf_prog_info info = { 0 };
	uint32_t n = sizeof info;
	if (fd < 0 || bpf_obj_get_info_by_fd(fd, &info, &n))
		return;
	sb_ki(s, "xlated_bytes", info.xlated_prog_len);
	sb_ki(s, "jited_bytes", info.jited_prog_len);
	if (info.verified_insns)
		sb_ki(s, "verified_insns", info.verified_insns);
}

static void why_libbpf_gave_up(struct sb *s)
{
	if (map_failure.any) {
		sb_kv(s, "map", map_failure.name);
		sb_ki(s, "map_errno", map_failure.err);
		sb_ki(s, "map_type", map_failure.type);
	}
	if (L.cause[0])
		sb_kv(s, "libbpf_says", L.cause);
}

void report_program(int obj, int prog, struct bpf_program *p, const struct load *l)
{
	const struct prog_try *t = trace_of(prog);
	struct sb s = { 0 };
	int stage, e = t->seen ? t->err : -l->result;
	const char *verdict = verdict_of(t, &stage);
	object_header(&s, obj, prog);
	sb_kv(&s, "name", bpf_program__name(p));
	sb_kv(&s, "section", bpf_program__section_name(p));
	sb_kv(&s, "verdict", verdict);
	sb_kv(&s, "stage", stage_name[stage]);
	sb_ki(&s, "errno", e);
	sb_kv(&s, "errname", errno_name(e));
	if (l->result < 0 && t->seen && t->ret >= 0 && l->together == 1)
		sb_ki(&s, "object_errno", -l->result);
	if (t->seen)
		what_the_kernel_said(&s, t);
	if (t->seen && t->ret >= 0 && l->result >= 0)
		what_it_became(&s, bpf_program__fd(p));
	if (!t->seen && l->result < 0)
		why_libbpf_gave_up(&s);
	if (L.btf_refused)
		sb_ki(&s, "btf_upload_errno", btf_load_errno);
	sb_ki(&s, "total_us", l->seconds * 1e6);
	if (l->together > 1)
		sb_ki(&s, "loaded_with", l->together);
	if (L.text.n && ((l->result < 0 && l->together == 1) || C.debug)) {
		sb_ki(&s, "libbpf_bytes", L.text.n + L.dropped);
		emit_log(obj, prog, LOG_LIBBPF, L.text.p, L.text.n, L.text.n);
	}
	sb_f(&s, "}");
	if (emit(F_PROG, &s))
		share->verdict[prog] = REPORTED;
}
