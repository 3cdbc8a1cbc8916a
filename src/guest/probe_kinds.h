// probe_kinds.h - kinds of programs: what decides which helpers a program may call.
#ifndef PROBE_KINDS_H
#define PROBE_KINDS_H

#include "probe_core.h"

#define MOST_TARGETS 3
#define MOST_KINDS 128

// A kind the kernel takes, with up to three targets that may differ in what they allow.
struct kind {
	char name[64];
	struct how how[MOST_TARGETS];
	uint32_t targets;
};

extern struct kind kinds[MOST_KINDS];
extern uint32_t kind_count;

// Finds out which kinds the kernel takes; one row each.
void find_kinds(void);
// The kind of that name, or NULL when the kernel does not take it.
const struct kind *kind_named(const char *name);

#endif
