#define _GNU_SOURCE
#include "object.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/bpf.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "conf.h"
#include "frames.h"
#include "lines.h"
#include "presets.h"
#include "share.h"

#define LISTS_MOST (12u << 20) // bytes of an object's lists that are sent
#define MEMORY_LEFT (24u << 20) // what must stay free beside an object's bytes

struct object *objects;
int n_objects;

struct object *add_object(const char *name)
{
	struct object *more = realloc(objects, (n_objects + 1) * sizeof *objects);
	if (!more) {
		say("guest: out of memory for object %d\n", n_objects);
		_exit(97);
	}
	objects = more;
	objects[n_objects] = (struct object){ .name = strdup(name) };
	return &objects[n_objects++];
}

static bool read_whole(const char *path, char *d, size_t n)
{
	int f = open(path, O_RDONLY | O_CLOEXEC);
	size_t got = 0;
	ssize_t r = 1;
	while (f >= 0 && got < n && (r = read(f, d + got, n - got)) > 0)
		got += r;
	if (f >= 0)
		close(f);
	return got == n;
}

// One object at a time is in memory, so that the batch may be larger than it. Workers inherit the bytes.
bool fetch_object(struct object *o)
{
	if (o->error)
		return true;
	if (o->len + MEMORY_LEFT > free_bytes() || !(o->data = shared_mem(o->len)))
		return false;
	if (o->in_area)
		memcpy(o->data, o->in_area, o->len);
	else if (!read_whole(o->path, o->data, o->len))
		o->error = EIO;
	return true;
}

void release_object(struct object *o)
{
	shared_free(o->data, o->len);
	o->data = NULL;
}

struct bpf_object *open_object(const struct object *o)
{
	char name[64]; // names of .rodata and .bss maps begin with it
	size_t n = 0;
	const char *base = strrchr(o->name, '/');
	for (base = base ? base + 1 : o->name; *base && *base != '.' && n < sizeof name - 1; base++)
		name[n++] = isalnum((unsigned char)*base) ? *base : '_';
	name[n] = 0;
	LIBBPF_OPTS(bpf_object_open_opts, opts, .object_name = n ? name : "o", .relaxed_maps = true);
	if (C.btf[0])
		opts.btf_custom_path = C.btf;
	if (o->error) {
		errno = o->error;
		return NULL;
	}
	struct bpf_object *b = bpf_object__open_mem(o->data, o->len, &opts);
	return libbpf_get_error(b) ? NULL : b;
}

enum fixed { ENTRIES = 1, VALUE = 2 };

static int fix_map(struct bpf_map *m)
{
	int done = 0;
	if (bpf_map__type(m) == BPF_MAP_TYPE_STACK_TRACE && !bpf_map__value_size(m))
		done |= bpf_map__set_value_size(m, 127 * 8) ? 0 : VALUE; // perf_event_max_stack's default
	if (bpf_map__max_entries(m))
		return done;
	switch ((int)bpf_map__type(m)) {
	case BPF_MAP_TYPE_PERF_EVENT_ARRAY: // libbpf sets it: the number of processors
	case BPF_MAP_TYPE_SK_STORAGE: // 0 is the legal value for these
	case BPF_MAP_TYPE_INODE_STORAGE:
	case BPF_MAP_TYPE_TASK_STORAGE:
	case BPF_MAP_TYPE_STRUCT_OPS:
	case 32: // CGRP_STORAGE
		return done;
	case BPF_MAP_TYPE_RINGBUF: // a multiple of the page size
	case 31: // USER_RINGBUF
		return done | (bpf_map__set_max_entries(m, 4096) ? 0 : ENTRIES);
	default:
		return done | (bpf_map__set_max_entries(m, 1) ? 0 : ENTRIES);
	}
}

// Maps whose size the loader sets at run time have none in the object and would fail. Pins are dropped: bpffs is empty
// here, so that a pin would only make a difference between one program's try and the next's.
void fix_maps(struct bpf_object *b, struct sb *rows)
{
	struct bpf_map *m;
	bpf_object__for_each_map(m, b) {
		if (bpf_map__pin_path(m))
			bpf_map__set_pin_path(m, NULL);
		int done = C.fixmaps ? fix_map(m) : 0;
		if (!done || !rows)
			continue;
		sb_row(rows);
		sb_kv(rows, "map", bpf_map__name(m));
		if (done & ENTRIES)
			sb_ki(rows, "max_entries", bpf_map__max_entries(m));
		if (done & VALUE)
			sb_ki(rows, "value_size", bpf_map__value_size(m));
		sb_f(rows, "}");
	}
}

void object_header(struct sb *s, int obj, int prog)
{
	sb_f(s, "{");
	sb_ki(s, "obj", obj);
	if (prog >= 0)
		sb_ki(s, "prog", prog);
}

static void list_programs(struct sb *s, struct bpf_object *b)
{
	struct bpf_program *p;
	int k = 0;
	sb_open(s, "programs", '[');
	bpf_object__for_each_program(p, b) {
		int index = k++;
		if (s->n > LISTS_MOST || index >= MAX_PROGS)
			continue;
		sb_row(s);
		sb_kv(s, "name", bpf_program__name(p));
		sb_kv(s, "section", bpf_program__section_name(p));
		sb_kv(s, "type", libbpf_bpf_prog_type_str(bpf_program__type(p)));
		if (bpf_program__expected_attach_type(p))
			sb_kv(s, "expected_attach_type",
			      libbpf_bpf_attach_type_str(bpf_program__expected_attach_type(p)));
		sb_ki(s, "insns", bpf_program__insn_cnt(p));
		sb_ki(s, "autoload", bpf_program__autoload(p));
		if (share->off[index])
			sb_ki(s, "switched_off", 1);
		sb_f(s, "}");
	}
	sb_f(s, "]");
	sb_ki(s, "program_count", k);
	share->programs = k < MAX_PROGS ? k : MAX_PROGS;
}

static void list_maps(struct sb *s, struct bpf_object *b)
{
	struct bpf_map *m;
	int struct_ops = 0;
	sb_open(s, "maps", '[');
	bpf_object__for_each_map(m, b) {
		struct_ops += bpf_map__type(m) == BPF_MAP_TYPE_STRUCT_OPS;
		if (s->n > LISTS_MOST)
			continue;
		sb_row(s);
		sb_kv(s, "name", bpf_map__name(m));
		sb_kv(s, "type", libbpf_bpf_map_type_str(bpf_map__type(m)));
		sb_ki(s, "key", bpf_map__key_size(m));
		sb_ki(s, "value", bpf_map__value_size(m));
		sb_ki(s, "max_entries", bpf_map__max_entries(m));
		sb_f(s, "}");
	}
	sb_f(s, "]");
	share->struct_ops = struct_ops;
}

static void describe(struct sb *s, const struct object *o, struct bpf_object *b)
{
	char error[256] = "";
	int set = apply_settings(b, o->settings, error, sizeof error);
	sb_open(s, "fixed_maps", '[');
	fix_maps(b, s);
	sb_f(s, "]");
	list_programs(s, b);
	list_maps(s, b);
	if (o->settings && !error[0])
		sb_ki(s, "presets", set);
	if (error[0]) {
		sb_kv(s, "preset_error", error);
		share->unloadable = 1;
	}
}

void open_worker(int obj, int unused)
{
	(void)unused;
	const struct object *o = &objects[obj];
	struct sb s = { 0 };
	share->stage = S_OPEN;
	double t0 = now();
	struct bpf_object *b = open_object(o);
	int e = b ? 0 : errno;
	double t1 = now();
	object_header(&s, obj, -1);
	sb_kv(&s, "name", o->name);
	sb_ki(&s, "size", o->len);
	sb_ki(&s, "open_errno", e);
	sb_ki(&s, "open_us", (t1 - t0) * 1e6);
	if (b)
		describe(&s, o, b);
	else
		share->unloadable = 1;
	if (L.text.n)
		sb_kv(&s, "libbpf", L.text.p);
	sb_f(&s, "}");
	emit(F_OBJECT, &s);
	share->done = 1;
	_exit(0);
}
