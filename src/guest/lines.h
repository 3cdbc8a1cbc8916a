// What libbpf prints, and what it means.
#ifndef LINES_H
#define LINES_H
#include <stdbool.h>
#include <stddef.h>

#include "json.h"

extern struct lines {
	struct sb text;
	size_t dropped; // bytes beyond what is kept
	char cause[512]; // the warning that says why; empty: none
	int stage; // what it failed at by that warning, enum stage; 0: not known
	bool btf_refused; // the object's own BTF, not one of libbpf's trials
} L;

void lines_listen(void); // makes libbpf print here
void lines_reset(void);

#endif
