// The objects of this run.
#ifndef OBJECT_H
#define OBJECT_H
#include <stdbool.h>
#include <stddef.h>

#include <bpf/libbpf.h>

#include "json.h"

struct object {
	char *name;
	const char *in_area; // where its bytes are; NULL: in a file
	char *path; // of the file
	size_t len;
	char *settings; // lines of F_IN_SET; NULL: none
	int error; // errno for why there is nothing to open; 0
	char *data; // its bytes while it is tried, else NULL
};
extern struct object *objects;
extern int n_objects;

struct object *add_object(const char *name); // valid until the next
bool fetch_object(struct object *o); // its bytes into memory; false: they do not fit
void release_object(struct object *o);

struct bpf_object *open_object(const struct object *o); // NULL with errno
void fix_maps(struct bpf_object *b, struct sb *rows); // rows may be NULL
void open_worker(int obj, int unused); // opens it, reports its programs and maps
void object_header(struct sb *s, int obj, int prog); // { and who; prog -1 for none

#endif
