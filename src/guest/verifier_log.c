#define _GNU_SOURCE
#include "verifier_log.h"

#include <stdio.h>
#include <string.h>

bool log_has_end(const char *log, size_t max)
{
	size_t n = strnlen(log, max);
	return strstr(n > 400 ? log + n - 400 : log, "processed ");
}

void log_statistics(struct sb *s, const char *log)
{
	static const char format[] = "processed %llu insns (limit %llu) max_states_per_insn %llu total_states %llu "
				     "peak_states %llu mark_read %llu";
	static const char *const key[] = { "insns_processed", "insns_limit", "max_states_per_insn",
					   "total_states",    "peak_states", "mark_read" };
	unsigned long long v[6];
	const char *p = strstr(log, "verification time ");
	if (p && sscanf(p, "verification time %llu", &v[0]) == 1)
		sb_ki(s, "verification_us", v[0]);
	p = strstr(log, "stack depth ");
	char depth[1024]; // "stack depth 16+32"; since 7.x "stack depth max 32" and one line for each subprogram
	if (p && (sscanf(p, "stack depth max %1023[0-9]", depth) == 1 ||
		  sscanf(p, "stack depth %1023[0-9+]", depth) == 1))
		sb_kv(s, "stack_depth", depth);
	// 7.2 says "insns processed 12" in a line of its own before
	for (p = log; (p = strstr(p, "processed ")); p++)
		if (sscanf(p, format, &v[0], &v[1], &v[2], &v[3], &v[4], &v[5]) == 6) {
			for (int i = 0; i < 6; i++)
				sb_ki(s, key[i], v[i]);
			break;
		}
}

static bool is_statistics(const char *line)
{
	static const char *const begin[] = { "processed ", "insns processed ", "verification time ", "stack depth ",
					     "subprog " };
	for (size_t i = 0; i < sizeof begin / sizeof *begin; i++)
		if (!strncmp(line, begin[i], strlen(begin[i])))
			return true;
	return false;
}

// 7.3 and later append a report in prose; the old one-line message stands right before it.
static size_t before_prose(struct log_reason *r, const char *log, size_t n)
{
	static const char mark[] = "\nVerification failed: ";
	size_t from = n > 65536 ? n - 65536 : 0;
	const char *v = memmem(log + from, n - from, mark, sizeof mark - 1);
	if (!v)
		return n;
	const char *text = v + sizeof mark - 1, *end = memchr(text, '\n', log + n - text);
	snprintf(r->category, sizeof r->category, "%.*s", end ? (int)(end - text) : 0, text);
	return v - log;
}

void log_reason(struct log_reason *r, const char *log, size_t n)
{
	for (n = before_prose(r, log, n); n;) {
		size_t e = n;
		while (e && log[e - 1] == '\n')
			e--;
		size_t b = e;
		while (b && log[b - 1] != '\n')
			b--;
		if (e > b && !is_statistics(log + b)) {
			snprintf(r->line, sizeof r->line, "%.*s", e - b > 399 ? 399 : (int)(e - b), log + b);
			return;
		}
		n = b;
	}
}
