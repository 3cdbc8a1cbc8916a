// probe_maps.c - which kinds of maps can be created, each as small as it may be.

#include <unistd.h>

#include "probe_map.h"
#include "probe_own_types.h"

#define STORAGE 1 /* needs types for its key and value */
#define NESTED 2 /* needs a map like those inside */
#define KERNEL_TYPE 4 /* needs a struct of the kernel */

static const struct asked {
	const char *name;
	uint32_t type, key, value, most, flags, needs;
} asked[] = {
	{ "hash", 1, 4, 4, 1, 0, 0 },
	{ "array", 2, 4, 4, 1, 0, 0 },
	{ "prog_array", 3, 4, 4, 1, 0, 0 },
	{ "perf_event_array", 4, 4, 4, 1, 0, 0 },
	{ "percpu_hash", 5, 4, 4, 1, 0, 0 },
	{ "percpu_array", 6, 4, 4, 1, 0, 0 },
	{ "stack_trace", 7, 4, 8, 1, 0, 0 },
	{ "cgroup_array", 8, 4, 4, 1, 0, 0 },
	{ "lru_hash", 9, 4, 4, 1, 0, 0 },
	{ "lru_percpu_hash", 10, 4, 4, 1, 0, 0 },
	{ "lpm_trie", 11, 8, 8, 1, FLAG_NO_PREALLOC, 0 },
	{ "array_of_maps", 12, 4, 4, 1, 0, NESTED },
	{ "hash_of_maps", 13, 4, 4, 1, 0, NESTED },
	{ "devmap", 14, 4, 4, 1, 0, 0 },
	{ "sockmap", 15, 4, 4, 1, 0, 0 },
	{ "cpumap", 16, 4, 4, 1, 0, 0 },
	{ "xskmap", 17, 4, 4, 1, 0, 0 },
	{ "sockhash", 18, 4, 4, 1, 0, 0 },
	{ "cgroup_storage", 19, 16, 8, 0, 0, 0 },
	{ "reuseport_sockarray", 20, 4, 4, 1, 0, 0 },
	{ "percpu_cgroup_storage", 21, 16, 8, 0, 0, 0 },
	{ "queue", 22, 0, 4, 1, 0, 0 },
	{ "stack", 23, 0, 4, 1, 0, 0 },
	{ "sk_storage", 24, 4, 4, 0, FLAG_NO_PREALLOC, STORAGE },
	{ "devmap_hash", 25, 4, 4, 1, 0, 0 },
	{ "struct_ops", 26, 4, 0, 1, 0, KERNEL_TYPE },
	{ "ringbuf", 27, 0, 0, 65536, 0, 0 },
	{ "inode_storage", 28, 4, 4, 0, FLAG_NO_PREALLOC, STORAGE },
	{ "task_storage", 29, 4, 4, 0, FLAG_NO_PREALLOC, STORAGE },
	{ "bloom_filter", 30, 0, 4, 1, 0, 0 },
	{ "user_ringbuf", 31, 0, 0, 65536, 0, 0 },
	{ "cgrp_storage", 32, 4, 4, 0, FLAG_NO_PREALLOC, STORAGE },
	{ "arena", 33, 0, 0, 1, FLAG_MMAPABLE, 0 },
	{ "insn_array", 34, 4, 16, 1, 0, 0 },
	{ "rhash", 35, 4, 4, 1, FLAG_NO_PREALLOC, 0 },
};

static int create(const struct asked *of, int inner, int types)
{
	struct map map = { .type = of->type, .key = of->key, .value = of->value, .most = of->most, .flags = of->flags };
	if (of->needs & NESTED)
		map.inner_fd = inner;
	if (of->needs & STORAGE) {
		map.btf_fd = types;
		map.btf_key = map.btf_value = 1;
	}
	if (of->needs & KERNEL_TYPE) {
		map.btf_fd = types;
		map.kernel_value = struct_id("bpf_struct_ops_tcp_congestion_ops");
		map.value = struct_size(map.kernel_value);
	}
	return map_create(&map);
}

static void flag(const char *name, const struct map *map)
{
	int fd = map_create(map);
	row(fd >= 0 ? "y" : "n", "map_flag %s", name);
	if (fd >= 0)
		close(fd);
}

static void flags(int types)
{
	uint32_t value = struct_id("bpf_struct_ops_tcp_congestion_ops");
	flag("mmapable", &(struct map){ .type = 2, .key = 4, .value = 4, .most = 1, .flags = FLAG_MMAPABLE });
	flag("inner_map", &(struct map){ .type = 2, .key = 4, .value = 4, .most = 1, .flags = FLAG_INNER_MAP });
	flag("rdonly_prog", &(struct map){ .type = 2, .key = 4, .value = 4, .most = 1, .flags = FLAG_READ_ONLY });
	flag("link", &(struct map){ .type = 26, .key = 4, .value = struct_size(value), .most = 1, .flags = FLAG_LINK,
				    .btf_fd = types, .kernel_value = value });
}

void probe_maps(void)
{
	struct own_types types;
	int inner = create(&asked[0], 0, 0);
	own_types_load(&types, false);
	for (size_t i = 0; i < COUNT(asked); i++) {
		int fd = create(&asked[i], inner, types.fd);
		row(fd >= 0 ? "y" : errno == EINVAL || errno == E2BIG ? "n" : probe_errno(errno), "map_type %s", asked[i].name);
		if (fd >= 0)
			close(fd);
	}
	flags(types.fd);
	own_types_close(&types);
	close(inner);
}
