#define _GNU_SOURCE
#include "conf.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HOUR_MS 3600000

struct conf C = {
	.prog_ms = 60000,
	.obj_ms = 30000,
	.probe_ms = 600000,
	.log_mb = 24,
	.log_max_mb = 256,
	.log_keep = 1 << 20,
	.libbpf_keep = 64 << 10,
	.level_ok = 4, // statistics only
	.level = 1 | 4,
	.fixmaps = 1,
	.cachebtf = 1,
	.warm = 1,
#ifdef __aarch64__
	.poweroff = 1, // there is no isa-debug-exit
#endif
};

static const struct key {
	const char *name;
	long *at;
	long least, most;
} keys[] = {
	{ "prog_ms", &C.prog_ms, 100, HOUR_MS },
	{ "obj_ms", &C.obj_ms, 100, HOUR_MS },
	{ "probe_ms", &C.probe_ms, 100, HOUR_MS },
	{ "log_mb", &C.log_mb, 1, 1024 },
	{ "log_max_mb", &C.log_max_mb, 1, 1024 },
	{ "log_keep", &C.log_keep, 4096, 8 << 20 },
	{ "libbpf_keep", &C.libbpf_keep, 1024, 1 << 20 },
	{ "level_ok", &C.level_ok, 0, 7 },
	{ "level", &C.level, 0, 7 },
	{ "attach", &C.attach, 0, 1 },
	{ "probe", &C.probe, 0, 1 },
	{ "fixmaps", &C.fixmaps, 0, 1 },
	{ "insns", &C.insns, 0, 1 },
	{ "fast", &C.fast, 0, 1 },
	{ "debug", &C.debug, 0, 1 },
	{ "cachebtf", &C.cachebtf, 0, 1 },
	{ "warm", &C.warm, 0, 1 },
	{ "nobtf", &C.nobtf, 0, 1 },
	{ "poweroff", &C.poweroff, 0, 1 },
	{ "selftest", &C.selftest, 0, 99 },
};

void conf_line(char *line)
{
	char *eq = strchr(line, '=');
	if (!eq)
		return;
	*eq = 0;
	const char *value = eq + 1;
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (!strcmp(line, keys[i].name)) {
			long v = strtol(value, NULL, 0);
			*keys[i].at = v < keys[i].least ? keys[i].least : v > keys[i].most ? keys[i].most : v;
		}
	if (!strcmp(line, "btf"))
		snprintf(C.btf, sizeof C.btf, "%s", value);
	if (!strcmp(line, "tty"))
		snprintf(C.tty, sizeof C.tty, "/dev/%s", value);
	if (C.log_max_mb < C.log_mb)
		C.log_max_mb = C.log_mb;
}

void conf_lines(char *text, const char *separators, const char *prefix)
{
	char *save = NULL;
	size_t n = strlen(prefix);
	for (char *w = strtok_r(text, separators, &save); w; w = strtok_r(NULL, separators, &save))
		if (!strncmp(w, prefix, n))
			conf_line(w + n);
}
