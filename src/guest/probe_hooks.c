// probe_hooks.c - hooks of the security modules, and functions with structs for arguments.

#include <bpf/btf.h>

#include "probe_btf.h"
#include "probe_kinds.h"

static const struct bpf_insn stops[] = { MOV(0, 0), STOP, EXIT };

// Whether it may be hooked into, and by a program that may sleep.
static void security_hook(const char *name, uint32_t id)
{
	struct how how = { .type = T_LSM, .attach = A_LSM_MAC, .attach_id = id };
	row(reaches_stop(&how, stops, COUNT(stops)) ? "y" : "n", "lsm %s", name);
	how.flags = SLEEPABLE;
	row(reaches_stop(&how, stops, COUNT(stops)) ? "y" : "n", "lsm.s %s", name);
}

static bool has_struct(const struct btf_type *function)
{
	const struct btf_type *proto = btf__type_by_id(kernel_types, function->type);
	for (int i = 0; i < btf_vlen(proto) && btf_vlen(proto) <= 4; i++) {
		const struct btf_type *type = btf__type_by_id(kernel_types, btf_params(proto)[i].type);
		while (type && (btf_is_typedef(type) || btf_is_mod(type)))
			type = btf__type_by_id(kernel_types, type->type);
		if (type && btf_is_struct(type) && type->size > 8 && type->size <= 16)
			return true;
	}
	return false;
}

// Several functions are tried, because one of a name that stands for several may be refused for that.
static void struct_arguments(void)
{
	struct how how = { .type = T_TRACING, .attach = A_TRACE_FENTRY };
	bool any = false, taken = false;
	for (uint32_t id = 1, tried = 0; id < btf__type_cnt(kernel_types) && tried < 8 && !taken; id++) {
		const struct btf_type *type = btf__type_by_id(kernel_types, id);
		if (!btf_is_func(type) || !has_struct(type))
			continue;
		how.attach_id = id;
		any = true;
		tried++;
		taken = reaches_stop(&how, stops, COUNT(stops));
	}
	if (any && kind_named("tracing.fentry"))
		row_bool(taken, "fentry struct_arguments");
}

void probe_hooks(void)
{
	static const char prefix[] = "bpf_lsm_";
	struct_arguments();
	for (uint32_t id = 1; id < btf__type_cnt(kernel_types) && kind_named("lsm"); id++) {
		const struct btf_type *type = btf__type_by_id(kernel_types, id);
		const char *name = btf_is_func(type) ? btf__name_by_offset(kernel_types, type->name_off) : "";
		if (!strncmp(name, prefix, strlen(prefix)))
			security_hook(name + strlen(prefix), id);
	}
}
