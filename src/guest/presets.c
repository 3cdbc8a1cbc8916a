#define _GNU_SOURCE
#include "presets.h"

#include <ctype.h>
#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <bpf/btf.h>

#include "share.h"

#define LARGEST_NUMBER 8

struct variable {
	unsigned char *at; // in the map's initial value
	uint32_t size;
	uint32_t type;
};

struct complaint {
	char *text;
	size_t room;
};

__attribute__((format(printf, 2, 3))) static bool no(struct complaint *c, const char *format, ...)
{
	va_list a;
	va_start(a, format);
	vsnprintf(c->text, c->room, format, a);
	va_end(a);
	return false;
}

static bool is_data(const char *section)
{
	return !strncmp(section, ".rodata", 7) || !strncmp(section, ".data", 5) || !strncmp(section, ".bss", 4);
}

// Of one section; libbpf has filled in sizes and offsets from the symbols when it opened the object.
static void find_in(struct bpf_object *b, const struct btf_type *section, const char *name, struct variable *found)
{
	const struct btf *btf = bpf_object__btf(b);
	const char *section_name = btf__name_by_offset(btf, section->name_off);
	const struct btf_var_secinfo *v = btf_var_secinfos(section);
	struct bpf_map *map = is_data(section_name) ? bpf_object__find_map_by_name(b, section_name) : NULL;
	size_t size = 0;
	unsigned char *data = map ? bpf_map__initial_value(map, &size) : NULL;
	for (int i = 0; data && i < btf_vlen(section); i++, v++) {
		const struct btf_type *var = btf__type_by_id(btf, v->type);
		const char *known = var && btf_is_var(var) ? btf__name_by_offset(btf, var->name_off) : NULL;
		if (known && !strcmp(known, name) && v->offset <= size && v->size <= size - v->offset)
			*found = (struct variable){ data + v->offset, v->size, var->type };
	}
}

static bool find(struct bpf_object *b, const char *name, struct variable *v)
{
	const struct btf *btf = bpf_object__btf(b);
	*v = (struct variable){ 0 };
	for (uint32_t id = 1; btf && id < btf__type_cnt(btf); id++) {
		const struct btf_type *t = btf__type_by_id(btf, id);
		if (btf_is_datasec(t))
			find_in(b, t, name, v);
	}
	return v->at;
}

static bool is_array(struct bpf_object *b, uint32_t id)
{
	const struct btf *btf = bpf_object__btf(b);
	const struct btf_type *t = btf__type_by_id(btf, id);
	for (int depth = 0; t && depth < 64 && (btf_is_mod(t) || btf_is_typedef(t)); depth++)
		t = btf__type_by_id(btf, t->type);
	return t && btf_is_array(t);
}

// As C writes numbers; no spaces, no second sign.
static bool parse_number(const char *text, uint64_t *number)
{
	if (!strcmp(text, "true") || !strcmp(text, "false")) {
		*number = *text == 't';
		return true;
	}
	bool negative = *text == '-';
	const char *digits = text + negative;
	char *end;
	if (!isdigit((unsigned char)*digits))
		return false;
	errno = 0;
	uint64_t n = strtoull(digits, &end, 0);
	if (errno || *end || end == digits || (negative && n > (uint64_t)1 << 63))
		return false;
	*number = negative ? -n : n;
	return true;
}

static bool fits(int64_t number, uint32_t size)
{
	int bits = 8 * size;
	return bits >= 64 || number >> bits == 0 || number >> (bits - 1) == -1;
}

static bool set_value(struct bpf_object *b, const char *name, const char *text, struct complaint *c)
{
	struct variable v;
	uint64_t number;
	if (!find(b, name, &v))
		return no(c, "there is no variable '%.100s'", name);
	if (v.size == 0 || v.size > LARGEST_NUMBER || is_array(b, v.type)) {
		size_t n = strlen(text);
		if (n > v.size)
			return no(c, "variable '%.100s' has %u bytes, and the text has %zu", name, v.size, n);
		memset(v.at, 0, v.size);
		memcpy(v.at, text, n);
		return true;
	}
	if (!parse_number(text, &number))
		return no(c, "variable '%.100s' takes a number, true or false, not '%.60s'", name, text);
	if (!fits(number, v.size))
		return no(c, "variable '%.100s' has %u bytes, too few for %.60s", name, v.size, text);
	memcpy(v.at, &number, v.size); // little-endian like every object that opens here
	return true;
}

static int nibble(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool set_bytes(struct bpf_object *b, const char *name, const char *hex, struct complaint *c)
{
	struct variable v;
	size_t n = strlen(hex);
	if (!find(b, name, &v))
		return no(c, "there is no variable '%.100s'", name);
	if (n != 2 * (size_t)v.size)
		return no(c, "variable '%.100s' has %u bytes, and %zu hex digits were given", name, v.size, n);
	for (size_t i = 0; i < n; i += 2)
		if (nibble(hex[i]) < 0 || nibble(hex[i + 1]) < 0)
			return no(c, "variable '%.100s' takes hex digits", name);
		else
			v.at[i / 2] = nibble(hex[i]) << 4 | nibble(hex[i + 1]);
	return true;
}

static bool set_autoload(struct bpf_object *b, const char *name, const char *word, struct complaint *c)
{
	struct bpf_program *p;
	int k = 0;
	if (strcmp(word, "on") && strcmp(word, "off"))
		return no(c, "autoload of '%.100s' is on or off, not '%.60s'", name, word);
	bpf_object__for_each_program(p, b) {
		if (!strcmp(bpf_program__name(p), name)) {
			bpf_program__set_autoload(p, !strcmp(word, "on"));
			if (k < MAX_PROGS)
				share->off[k] = !strcmp(word, "off");
			return true;
		}
		k++;
	}
	return no(c, "there is no program '%.100s'", name);
}

static bool apply_line(struct bpf_object *b, char *line, struct complaint *c, int *set)
{
	char *name = strchr(line, ' '), *eq = name ? strchr(name, '=') : NULL;
	if (!eq)
		return no(c, "not a setting: '%.100s'", line);
	*name++ = 0, *eq++ = 0;
	if (!strcmp(line, "autoload"))
		return set_autoload(b, name, eq, c);
	++*set;
	if (!strcmp(line, "set"))
		return set_value(b, name, eq, c);
	if (!strcmp(line, "bytes"))
		return set_bytes(b, name, eq, c);
	return no(c, "not a setting: '%.100s'", line);
}

int apply_settings(struct bpf_object *b, const char *settings, char *error, size_t n)
{
	struct complaint c = { error, n };
	char *text = strdup(settings ? settings : ""), *save = NULL;
	int set = 0;
	for (char *l = text ? strtok_r(text, "\n", &save) : NULL; l; l = strtok_r(NULL, "\n", &save))
		if (!apply_line(b, l, &c, &set))
			break;
	free(text);
	return set;
}
