// probe_helpers.c - which helpers programs of each kind may call.

#include "probe_kinds.h"

// How kernels say no, whatever the arguments (check_helper_call and check_get_func_ip of kernel/bpf/verifier.c).
static const char *const refusals[] = {
	"unknown func", // up to 6.9
	"cannot use helper", // since 6.10
	"invalid func",
	"might sleep in a non-sleepable", // since 6.3
	"in non-sleepable prog", // 7.x
	"not supported for program type", // bpf_get_func_ip
	"supported only for", // likewise
};

enum answer { NO, YES, FOR_SOME_TARGETS, NO_ANSWER };

static enum answer ask(const struct how *how, uint32_t helper)
{
	struct bpf_insn code[] = { CALL((int)helper), STOP, EXIT };
	if (loads(how, code, COUNT(code)))
		return YES;
	if (!load_log[0]) // it did not come to the verifier: out of memory, say
		return NO_ANSWER;
	if (log_says("helper call is not allowed in probe")) // bpf_func_proto::allowed, which looks at the target
		return FOR_SOME_TARGETS;
	for (size_t i = 0; i < COUNT(refusals); i++)
		if (log_says(refusals[i]))
			return NO;
	return YES;
}

static enum answer ask_all(const struct kind *kind, uint32_t helper)
{
	enum answer first = ask(&kind->how[0], helper);
	for (uint32_t i = 1; i < kind->targets; i++)
		if (ask(&kind->how[i], helper) != first)
			return FOR_SOME_TARGETS;
	return first;
}

void probe_helpers(void)
{
	static const char *const words[] = { "n", "y", "target", "unknown" };
	uint32_t end = enum_end("__BPF_FUNC_MAX_ID");
	for (uint32_t i = 0; i < kind_count && end; i++) {
		for (uint32_t helper = 1; helper < end; helper++) {
			enum answer answer = ask_all(&kinds[i], helper);
			if (answer != NO)
				row(words[answer], "helper %s %u", kinds[i].name, helper);
		}
		char fact[80];
		snprintf(fact, sizeof fact, "helpers %s", kinds[i].name);
		row_number(end - 1, fact);
	}
}
