// PID 1 parses the kernel's BTF and asks for its features before it forks; the workers inherit the answers.
#include "btf_cache.h"

#include <stdbool.h>
#include <stddef.h>

#include <bpf/btf.h>
#include <bpf/libbpf.h>

static struct btf *cached;

struct btf *__real_btf__load_vmlinux_btf(void);
struct btf *__wrap_btf__load_vmlinux_btf(void);

void cache_vmlinux_btf(void)
{
	cached = __real_btf__load_vmlinux_btf();
	if (libbpf_get_error(cached))
		cached = NULL;
}

struct btf *__wrap_btf__load_vmlinux_btf(void)
{
	struct btf *b = cached;
	cached = NULL; // libbpf frees what it gets
	return b ? b : __real_btf__load_vmlinux_btf();
}

// libbpf keeps these to itself, hidden but not static, so that a static link reaches them; weak in case a version
// renames them, and then every worker asks for itself. 1.4 has the first, older ones the second.
__attribute__((weak)) bool feat_supported(void *cache, int feature);
__attribute__((weak)) bool kernel_supports(const struct bpf_object *object, int feature);

void warm_features(void)
{
	// features are numbered in the order they came, and asking for one that is not there crashes
	int known = libbpf_major_version() > 1 || libbpf_minor_version() >= 7 ? 23 : 16;
	for (int i = 0; i < known; i++)
		if (feat_supported)
			feat_supported(NULL, i);
		else if (kernel_supports)
			kernel_supports(NULL, i);
}
