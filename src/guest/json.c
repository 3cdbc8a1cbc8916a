#define _GNU_SOURCE
#include "json.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "system.h"

// Names of a hostile object can be as long as the object, and many symbols can share one. More than this is cut.
#define LONGEST_STRING 65536

void sb_put(struct sb *s, const void *d, size_t n)
{
	if (s->n + n + 1 > s->cap) {
		size_t cap = s->cap ? s->cap : 512;
		while (cap < s->n + n + 1)
			cap *= 2;
		char *p = realloc(s->p, cap);
		if (!p) { // a worker that ends here is reported as crashed; PID 1 never has large ones
			say("guest: out of memory\n");
			_exit(97);
		}
		s->p = p, s->cap = cap;
	}
	memcpy(s->p + s->n, d, n);
	s->n += n;
	s->p[s->n] = 0;
}

void sb_f(struct sb *s, const char *fmt, ...)
{
	char b[2048];
	va_list a;
	va_start(a, fmt);
	int n = vsnprintf(b, sizeof b, fmt, a);
	va_end(a);
	if (n > 0)
		sb_put(s, b, n < (int)sizeof b ? n : (int)sizeof b - 1);
}

void sb_free(struct sb *s)
{
	free(s->p);
	memset(s, 0, sizeof *s);
}

// Bytes outside printable ASCII become \u00XX, so that it is valid JSON whatever they are.
static void string(struct sb *s, const char *v)
{
	static const char hex[] = "0123456789abcdef";
	size_t n = strnlen(v, LONGEST_STRING);
	sb_put(s, "\"", 1);
	for (size_t i = 0, from = 0; i <= n; i++) {
		unsigned char c = i < n ? v[i] : 0;
		if (c >= 0x20 && c <= 0x7e && c != '"' && c != '\\')
			continue;
		sb_put(s, v + from, i - from);
		from = i + 1;
		if (i == n)
			break;
		if (c == '"' || c == '\\')
			sb_put(s, (char[]){ '\\', c }, 2);
		else if (c == '\n')
			sb_put(s, "\\n", 2);
		else
			sb_put(s, (char[]){ '\\', 'u', '0', '0', hex[c >> 4], hex[c & 15] }, 6);
	}
	sb_put(s, "\"", 1);
}

static void comma(struct sb *s)
{
	if (s->n && s->p[s->n - 1] != '{' && s->p[s->n - 1] != '[')
		sb_put(s, ",", 1);
}

static void key(struct sb *s, const char *k)
{
	comma(s);
	sb_f(s, "\"%s\":", k);
}

void sb_kv(struct sb *s, const char *k, const char *v)
{
	key(s, k);
	if (v)
		string(s, v);
	else
		sb_put(s, "null", 4);
}

void sb_ki(struct sb *s, const char *k, long long v)
{
	key(s, k);
	sb_f(s, "%lld", v);
}

void sb_kt(struct sb *s, const char *k)
{
	key(s, k);
	sb_put(s, "true", 4);
}

void sb_open(struct sb *s, const char *k, char bracket)
{
	key(s, k);
	sb_put(s, &bracket, 1);
}

void sb_row(struct sb *s)
{
	comma(s);
	sb_put(s, "{", 1);
}
