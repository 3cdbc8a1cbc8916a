// probe_map.h - small maps of our own.
#ifndef PROBE_MAP_H
#define PROBE_MAP_H

#include "probe_core.h"

#define FLAG_NO_PREALLOC (1u << 0)
#define FLAG_READ_ONLY (1u << 7) /* BPF_F_RDONLY_PROG */
#define FLAG_MMAPABLE (1u << 10)
#define FLAG_INNER_MAP (1u << 12)
#define FLAG_LINK (1u << 13)

struct map {
	uint32_t type, key, value, most, flags;
	uint64_t extra;
	int inner_fd, btf_fd;
	uint32_t btf_key, btf_value, kernel_value;
};

// A descriptor, or -1 with errno.
int map_create(const struct map *map);
bool map_set(int fd, uint32_t key, const void *value);
bool map_freeze(int fd);

#endif
