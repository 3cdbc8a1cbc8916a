// Growing buffers, and JSON in them.
#ifndef JSON_H
#define JSON_H
#include <stddef.h>

struct sb {
	char *p; // NULL or ends with 0
	size_t n, cap;
};
void sb_put(struct sb *s, const void *d, size_t n);
__attribute__((format(printf, 2, 3))) void sb_f(struct sb *s, const char *fmt, ...); // at most 2047 bytes at once
void sb_free(struct sb *s);

// Members of a JSON object, with a comma before all but the first.
void sb_kv(struct sb *s, const char *k, const char *v); // a string, null for NULL
void sb_ki(struct sb *s, const char *k, long long v);
void sb_kt(struct sb *s, const char *k); // true
void sb_open(struct sb *s, const char *k, char bracket); // "k":[ or "k":{
void sb_row(struct sb *s); // { of a list's next object

#endif
