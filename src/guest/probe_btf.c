// probe_btf.c - looks things up in the running kernel's types.

#include "probe_core.h"

#include <bpf/btf.h>
#include <bpf/libbpf.h>

#include "probe_btf.h"

struct btf *kernel_types;

bool types_open(void)
{
	kernel_types = btf__load_vmlinux_btf();
	if (libbpf_get_error(kernel_types))
		kernel_types = NULL;
	return kernel_types != NULL;
}

static uint32_t id_of(const char *name, uint32_t kind)
{
	int id = kernel_types ? btf__find_by_name_kind(kernel_types, name, kind) : 0;
	return id > 0 ? (uint32_t)id : 0;
}

uint32_t func_id(const char *name)
{
	return id_of(name, BTF_KIND_FUNC);
}

uint32_t typedef_id(const char *name)
{
	return id_of(name, BTF_KIND_TYPEDEF);
}

uint32_t struct_id(const char *name)
{
	return id_of(name, BTF_KIND_STRUCT);
}

uint32_t struct_size(uint32_t id)
{
	return id ? btf__type_by_id(kernel_types, id)->size : 0;
}
