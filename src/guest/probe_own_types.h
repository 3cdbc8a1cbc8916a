// probe_own_types.h - types of our own for programs of ours: two functions that take nothing and return an int.
#ifndef PROBE_OWN_TYPES_H
#define PROBE_OWN_TYPES_H

#include <stdbool.h>
#include <stdint.h>

struct own_types {
	int fd;
	struct {
		uint32_t insn, type;
	} functions[2]; // "main", static or global as the program's, and "other"
	struct {
		uint32_t insn, file, line, column;
	} line;
};

// Whether "other" is global; false when the kernel takes no such types.
bool own_types_load(struct own_types *types, bool global);
void own_types_close(const struct own_types *types);

#endif
