// probe_map.c - small maps of our own.

#include "probe_map.h"

int map_create(const struct map *map)
{
	union bpf_attr attr;
	memset(&attr, 0, sizeof attr);
	attr.map_type = map->type;
	attr.key_size = map->key;
	attr.value_size = map->value;
	attr.max_entries = map->most;
	attr.map_flags = map->flags;
	attr.inner_map_fd = map->inner_fd;
	attr.btf_fd = map->btf_fd;
	attr.btf_key_type_id = map->btf_key;
	attr.btf_value_type_id = map->btf_value;
	attr.btf_vmlinux_value_type_id = map->kernel_value;
	attr.map_extra = map->extra;
	return (int)bpf_call(BPF_MAP_CREATE, &attr);
}

bool map_set(int fd, uint32_t key, const void *value)
{
	union bpf_attr attr;
	memset(&attr, 0, sizeof attr);
	attr.map_fd = fd;
	attr.key = (uint64_t)(uintptr_t)&key;
	attr.value = (uint64_t)(uintptr_t)value;
	return bpf_call(BPF_MAP_UPDATE_ELEM, &attr) == 0;
}

bool map_freeze(int fd)
{
	union bpf_attr attr;
	memset(&attr, 0, sizeof attr);
	attr.map_fd = fd;
	return bpf_call(BPF_MAP_FREEZE, &attr) == 0;
}
