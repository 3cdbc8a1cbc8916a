#define _GNU_SOURCE
#include "lines.h"

#include <stdio.h>
#include <string.h>

#include <bpf/libbpf.h>

#include "conf.h"
#include "protocol.h"

struct lines L;

// libbpf gives one errno for many failures; its words tell them apart. The first that fits counts.
static const struct sign {
	const char *words;
	int stage;
} signs[] = {
	{ "vmlinux BTF", S_VBTF },
	{ "extern (", S_EXT },
	{ "extern '", S_EXT },
	{ "Kconfig", S_EXT },
	{ "struct_ops", S_SOPS },
	{ "failed to create", S_MAP },
	{ "failed to set initial", S_MAP },
	{ "kernel BTF type ID", S_TARGET },
	{ "attach to", S_TARGET },
	{ "attach program FD", S_TARGET },
	{ "relo", S_RELO },
	{ "initialize slot", S_PARR },
	{ "missing BPF prog type", S_SECT },
};

static bool is_fatal(const char *line)
{
	return !strstr(line, "etrying") && !strstr(line, "ptional") && !strstr(line, "gnoring");
}

static void judge(const char *line, size_t n)
{
	int stage = 0;
	if (strstr(line, "Error loading .BTF"))
		L.btf_refused = true;
	for (size_t i = 0; is_fatal(line) && !stage && i < sizeof signs / sizeof *signs; i++)
		if (strstr(line, signs[i].words))
			stage = signs[i].stage;
	if (stage && !L.stage) { // the first complaint names the cause, the rest repeat it
		L.stage = stage;
		L.cause[0] = 0;
	}
	if (!L.cause[0] && n > 10)
		snprintf(L.cause, sizeof L.cause, "%.*s", (int)sizeof L.cause - 1, line);
}

__attribute__((format(printf, 2, 0))) static int hear(enum libbpf_print_level level, const char *format, va_list args)
{
	char b[4096];
	if (level == LIBBPF_DEBUG && !C.debug)
		return 0;
	int n = vsnprintf(b, sizeof b, format, args);
	if (n < 0)
		return 0;
	if (n > (int)sizeof b - 1)
		n = sizeof b - 1;
	if (level == LIBBPF_WARN)
		judge(b, n);
	if (strstr(b, "-- BEGIN PROG LOAD LOG --")) // the verifier's log goes its own way
		return 0;
	if (L.text.n + n > (size_t)C.libbpf_keep * (C.debug ? 64 : 1))
		L.dropped += n;
	else
		sb_put(&L.text, b, n);
	return 0;
}

void lines_listen(void)
{
	libbpf_set_print(hear);
}

void lines_reset(void)
{
	sb_free(&L.text);
	memset(&L, 0, sizeof L);
}
