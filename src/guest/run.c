#define _GNU_SOURCE
#include "run.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "child.h"
#include "conf.h"
#include "frames.h"
#include "object.h"
#include "share.h"
#include "shm.h"
#include "worker.h"

#define PASSES_TOGETHER 8 // each ends at a program that libbpf itself refuses

static void put_death(struct sb *s, const struct child_end *e)
{
	sb_ki(s, "signal", e->signal);
	sb_ki(s, "exit", e->exit);
	if (e->error)
		sb_ki(s, "errno", e->error);
	if (e->oom)
		sb_kt(s, "oom");
}

static void report_unopened(int obj, const char *died, const struct child_end *e)
{
	struct sb s = { 0 };
	object_header(&s, obj, -1);
	sb_kv(&s, "name", objects[obj].name);
	sb_ki(&s, "size", objects[obj].len);
	sb_ki(&s, "open_errno", -1);
	sb_kv(&s, "died", died);
	put_death(&s, e);
	sb_f(&s, "}");
	emit(F_OBJECT, &s);
}

static void report_death(int obj, int prog, const struct child_end *e, double seconds)
{
	struct sb s = { 0 };
	object_header(&s, obj, prog);
	sb_kv(&s, "verdict", e->how == TIMEOUT || e->how == STUCK ? how_word(e) : "crashed");
	sb_kv(&s, "stage", stage_name[share->stage < S_DONE ? share->stage : S_NONE]);
	if (!e->error)
		sb_ki(&s, "errno", share->err);
	put_death(&s, e);
	sb_ki(&s, "total_us", seconds * 1e6);
	sb_f(&s, "}");
	if (emit(F_PROG, &s))
		share->verdict[prog] = REPORTED;
}

// prog -1: of a struct_ops map
static void report_attach_death(int obj, int prog, const struct child_end *e)
{
	struct sb s = { 0 };
	object_header(&s, obj, prog);
	if (prog < 0)
		sb_kv(&s, "kind", "struct_ops");
	sb_ki(&s, "attach_errno", -1);
	sb_kv(&s, "said", e->how == TIMEOUT ? "it took too long" : "the process that attached it died");
	put_death(&s, e);
	sb_f(&s, "}");
	emit(F_ATTACH, &s);
}

static void start(int obj, int prog)
{
	struct sb s = { 0 };
	shm_at(obj, prog, S_OPEN);
	if (!shm)
		return; // too slow for a UART
	object_header(&s, obj, -1);
	sb_ki(&s, "prog", prog);
	sb_f(&s, "}");
	emit(F_START, &s);
}

static void note_taint(int obj, int prog, long before, long after)
{
	struct sb s = { 0 };
	sb_f(&s, "{");
	sb_kv(&s, "note", "taint");
	sb_ki(&s, "obj", obj);
	sb_ki(&s, "prog", prog);
	sb_ki(&s, "before", before);
	sb_ki(&s, "after", after);
	sb_f(&s, "}");
	emit(F_NOTE, &s);
}

static void one_worker(int obj, int prog, long limit_ms)
{
	long taint = tainted(), after;
	double t0 = now();
	start(obj, prog);
	struct child_end e = run_child(load_worker, obj, prog, limit_ms);
	if (e.how != ENDED || e.exit != 0 || !share->done) {
		int who = prog >= 0 ? prog : share->cur < (int32_t)share->programs ? share->cur : -1;
		if (share->owes_attach)
			report_attach_death(obj, who, &e);
		else if (prog < 0 && who >= 0)
			share->verdict[who] = ALONE;
		else if (who >= 0 && share->verdict[who] != REPORTED)
			report_death(obj, who, &e, now() - t0);
	}
	if ((after = tainted()) != taint)
		note_taint(obj, prog, taint, after);
}

static int count(bool (*is)(uint8_t progress))
{
	int n = 0;
	for (uint32_t i = 0; i < share->programs; i++)
		n += is(share->verdict[i]);
	return n;
}

static bool is_reported(uint8_t progress)
{
	return progress == REPORTED;
}

static bool is_settled(uint8_t progress)
{
	return progress != UNKNOWN;
}

static void attach_maps(int obj)
{
	for (uint32_t i = 0; C.attach && i < share->struct_ops && !verdict_lost(); i++) {
		start(obj, -1);
		struct child_end e = run_child(struct_ops_worker, obj, i, C.prog_ms);
		if (!share->done)
			report_attach_death(obj, -1, &e);
	}
}

static void run_programs(int obj)
{
	int n = share->programs;
	// not when they are attached: the one that ends the worker would take the others' turn
	int have = 0, last = -1;
	for (int i = 0; C.fast && !C.attach && i < PASSES_TOGETHER && have > last && have < n; i++) {
		last = have;
		one_worker(obj, -1, C.prog_ms * (n < 4 ? n : 4));
		have = count(is_settled);
	}
	for (int prog = 0; prog < n && !verdict_lost(); prog++)
		if (share->verdict[prog] != REPORTED && !share->off[prog])
			one_worker(obj, prog, C.prog_ms);
	attach_maps(obj);
}

static void run_object(int obj)
{
	shm_at(obj, -1, S_OPEN);
	memset((void *)share->verdict, 0, sizeof share->verdict);
	memset((void *)share->off, 0, sizeof share->off);
	share->programs = share->struct_ops = share->unloadable = 0;
	if (!fetch_object(&objects[obj])) {
		report_unopened(obj, "no_memory", &(struct child_end){ .exit = -1 });
		return;
	}
	struct child_end e = run_child(open_worker, obj, 0, C.obj_ms);
	if (share->programs > MAX_PROGS) // a worker that went astray may have written it
		share->programs = MAX_PROGS;
	if (!share->done)
		report_unopened(obj, how_word(&e), &e);
	else if (!share->unloadable)
		run_programs(obj);
	release_object(&objects[obj]);
}

// Ends early when a verdict had no room: the host goes on with the rest in a fresh guest.
struct run run_objects(void)
{
	struct run r = { 0 };
	for (; r.next < n_objects && !verdict_lost(); r.next++) {
		run_object(r.next);
		r.programs += count(is_reported);
	}
	if (verdict_lost())
		r.next--;
	return r;
}
