#define _GNU_SOURCE
#include "worker.h"

#include <errno.h>
#include <linux/bpf.h>
#include <stdlib.h>
#include <unistd.h>

#include <bpf/libbpf.h>

#include "attach.h"
#include "child.h"
#include "conf.h"
#include "frames.h"
#include "object.h"
#include "presets.h"
#include "share.h"
#include "trace.h"
#include "verdict.h"

// As open_worker() did it before, so that nothing can go wrong that it has not told of.
static struct bpf_object *open_again(int obj)
{
	char error[256];
	struct bpf_object *b = open_object(&objects[obj]);
	if (!b)
		_exit(3);
	apply_settings(b, objects[obj].settings, error, sizeof error);
	fix_maps(b, NULL);
	return b;
}

static int load(struct bpf_object *b)
{
	share->stage = S_VBTF;
	trace_on(true);
	int r = bpf_object__load(b);
	if (r < 0 && errno)
		r = -errno;
	trace_on(false);
	return r;
}

static int choose(struct bpf_object *b, int prog, struct bpf_program **chosen)
{
	struct bpf_program *p;
	int k = 0, n = 0;
	bpf_object__for_each_program(p, b) {
		int index = k++;
		bool known = index < (int)share->programs;
		bool open = known && share->verdict[index] == UNKNOWN && !share->off[index];
		bool wanted = prog < 0 ? open : known && index == prog;
		bpf_program__set_autoload(p, wanted);
		if (!wanted)
			continue;
		trace_program(p, index);
		chosen[index] = p;
		n++;
	}
	return n;
}

// Loading together proves that a program loads, and nothing else: whatever went wrong may be another's fault.
static void report_loaded(int obj, int programs, struct bpf_program **chosen, const struct load *l)
{
	for (int k = 0; k < programs; k++) {
		if (!chosen[k])
			continue;
		bool seen = trace_of(k)->seen;
		if (seen && trace_of(k)->ret >= 0)
			report_program(obj, k, chosen[k], l);
		else
			share->verdict[k] = ALONE;
		if (!seen)
			break; // libbpf stopped right before it; those behind it have their turn
	}
}

void load_worker(int obj, int prog)
{
	int programs = share->programs;
	struct bpf_program **chosen = calloc(programs, sizeof *chosen);
	trace_init(obj, programs, prog < 0);
	double t0 = now();
	share->stage = S_OPEN;
	struct bpf_object *b = open_again(obj);
	struct load l = { .together = chosen ? choose(b, prog, chosen) : 0 };
	if (!l.together)
		_exit(3);
	l.result = load(b);
	l.seconds = (now() - t0) / l.together;
	if (prog < 0)
		report_loaded(obj, programs, chosen, &l);
	else
		report_program(obj, prog, chosen[prog], &l);
	share->owes_attach = C.attach && prog >= 0 && trace_of(prog)->seen && trace_of(prog)->ret >= 0;
	share->done = 1;
	if (share->owes_attach) {
		share->stage = S_ATTACH;
		worker_flush(); // the verdict must not be lost if this brings the guest down
		attach_program(obj, prog, chosen[prog], l.result);
		share->owes_attach = 0;
	}
	_exit(0);
}

void struct_ops_worker(int obj, int index)
{
	share->stage = S_OPEN;
	struct bpf_object *b = open_again(obj);
	int r = load(b);
	struct bpf_map *m;
	share->stage = S_ATTACH;
	bpf_object__for_each_map(m, b)
		if (bpf_map__type(m) == BPF_MAP_TYPE_STRUCT_OPS && !index--) {
			attach_struct_ops(obj, m, r);
			break;
		}
	share->done = 1;
	_exit(0);
}
