#define _GNU_SOURCE
#include "input.h"

#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <zlib.h>

#include "conf.h"
#include "frames.h"
#include "object.h"
#include "shm.h"
#include "system.h"

#define NAME_MOST 4096

struct input { // a frame as it lies in the area
	struct frame head;
	const char *data;
	bool intact;
};

struct named {
	char *name; // to be freed
	const char *data;
	size_t len;
};

static char *settings; // for the next object

static bool next_frame(size_t *off, struct input *in)
{
	size_t n = shm->in_len;
	const char *base = (const char *)shm + shm->in_off;
	if (*off + sizeof in->head > n)
		return false;
	memcpy(&in->head, base + *off, sizeof in->head);
	if (in->head.magic != FRAME_MAGIC || in->head.len > n - *off - sizeof in->head)
		return false;
	in->data = base + *off + sizeof in->head;
	*off += sizeof in->head + ((in->head.len + 7) & ~(uint64_t)7);
	return true;
}

static bool is_intact(const struct input *in)
{
	return crc32_z(0, (const unsigned char *)in->data, in->head.len) == in->head.crc;
}

static char *text_of(const struct input *in)
{
	return strndup(in->data, in->head.len);
}

void input_conf(void)
{
	struct input in;
	for (size_t off = 0; shm && next_frame(&off, &in);)
		if (in.head.type == F_IN_CONF && is_intact(&in)) {
			char *text = text_of(&in);
			if (text)
				conf_lines(text, "\n", "");
			free(text);
		}
}

static bool split(const struct input *in, struct named *n)
{
	uint32_t len;
	*n = (struct named){ 0 };
	if (in->head.len < sizeof len)
		return false;
	memcpy(&len, in->data, sizeof len);
	if (len > in->head.len - sizeof len || len > NAME_MOST)
		return false;
	n->name = strndup(in->data + sizeof len, len);
	n->data = in->data + sizeof len + len;
	n->len = in->head.len - sizeof len - len;
	return n->name;
}

static void insert_module(const char *name, const void *d, size_t n)
{
	struct sb s = { 0 };
	uint64_t t0 = now_ns();
	int e = syscall(__NR_init_module, d, n, "") ? errno : 0;
	sb_f(&s, "{");
	sb_kv(&s, "note", "module");
	sb_kv(&s, "name", name);
	sb_ki(&s, "errno", e);
	sb_ki(&s, "us", (now_ns() - t0) / 1000);
	sb_f(&s, "}");
	emit(F_NOTE, &s);
}

static void add_settings(const struct input *in)
{
	size_t had = settings ? strlen(settings) : 0;
	char *more = realloc(settings, had + in->head.len + 2);
	if (!more)
		return note("input_bad", "no memory for settings", in->head.len);
	settings = more;
	memcpy(settings + had, in->data, in->head.len);
	memcpy(settings + had + in->head.len, "\n", 2);
}

static void add_frame_object(const struct named *n, bool intact)
{
	struct object *o = add_object(n->name ? n->name : "");
	o->in_area = n->data ? n->data : "";
	o->len = n->len;
	o->settings = settings;
	o->error = intact && n->name ? 0 : EBADMSG; // it keeps its number
	settings = NULL;
}

static void take(const struct input *in)
{
	struct named n = { 0 };
	bool intact = is_intact(in);
	if (!intact)
		note("input_crc", "a frame is damaged", in->head.type);
	bool whole = intact && in->head.type != F_IN_SET && split(in, &n);
	if (in->head.type == F_IN_OBJ)
		add_frame_object(&n, whole);
	else if (in->head.type == F_IN_SET && intact)
		add_settings(in);
	else if (in->head.type == F_IN_KO && whole)
		insert_module(n.name, n.data, n.len);
	else if (in->head.type == F_IN_FILE && whole && !write_file(n.name, n.data, n.len))
		note("input_file", n.name, errno);
	free(n.name);
}

void input_frames(void)
{
	struct input in;
	size_t off = 0;
	while (shm && next_frame(&off, &in))
		if (in.head.type != F_IN_CONF)
			take(&in);
	if (shm && off < shm->in_len)
		note("input_bad", "not a frame, the rest is not read", off);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void each_file(const char *folder, const char *ending, void (*use)(const char *path))
{
	DIR *d = opendir(folder);
	struct dirent *e;
	char **v = NULL, path[512];
	size_t n = 0, len, end = strlen(ending);
	while (d && (e = readdir(d))) {
		len = strlen(e->d_name);
		char **more = realloc(v, (n + 1) * sizeof *v);
		if (more && len > end && !strcmp(e->d_name + len - end, ending))
			(v = more)[n++] = strdup(e->d_name);
		else if (more)
			v = more;
	}
	if (d)
		closedir(d);
	if (n)
		qsort(v, n, sizeof *v, by_name);
	for (size_t i = 0; i < n; i++) {
		snprintf(path, sizeof path, "%s/%s", folder, v[i]);
		use(path);
		free(v[i]);
	}
	free(v);
}

static char *read_all(const char *path, size_t *n)
{
	struct stat st;
	FILE *f = fopen(path, "re");
	char *d = f && !fstat(fileno(f), &st) ? malloc(st.st_size + 1) : NULL;
	if (d) {
		*n = fread(d, 1, st.st_size, f);
		d[*n] = 0;
	}
	if (f)
		fclose(f);
	return d;
}

static void module_file(const char *path)
{
	size_t n;
	char *d = read_all(path, &n);
	if (d)
		insert_module(strrchr(path, '/') + 1, d, n);
	else
		note("input_file", path, errno);
	free(d);
}

void input_file(const char *path)
{
	struct stat st;
	char beside[520];
	size_t n;
	const char *slash = strrchr(path, '/');
	int e = stat(path, &st) ? errno : 0;
	struct object *o = add_object(slash ? slash + 1 : path);
	o->path = strdup(path);
	o->len = e ? 0 : st.st_size;
	o->error = e;
	snprintf(beside, sizeof beside, "%s.set", path);
	o->settings = read_all(beside, &n);
}

void input_files(void)
{
	each_file("/objects/modules", ".ko", module_file);
	each_file("/objects", ".o", input_file);
}
