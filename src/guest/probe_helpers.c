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

// bpf_sk_storage_get and _delete: what they ask is the attach type, and whether the target is one of their own.
static bool asks_for_attach_type(uint32_t helper)
{
	return helper == 107 || helper == 108;
}

static enum answer ask(const struct how *how, uint32_t helper)
{
	struct bpf_insn code[] = { CALL((int)helper), STOP, EXIT };
	if (loads(how, code, COUNT(code)))
		return YES;
	if (!load_log[0]) // it did not come to the verifier: out of memory, say
		return NO_ANSWER;
	if (log_says("helper call is not allowed in probe")) // bpf_func_proto::allowed, which looks at the target
		return asks_for_attach_type(helper) ? NO : FOR_SOME_TARGETS;
	for (size_t i = 0; i < COUNT(refusals); i++)
		if (log_says(refusals[i]))
			return NO;
	return YES;
}

static enum answer ask_all(const struct kind *kind, uint32_t helper)
{
	enum answer first = ask(&kind->how[0], helper);
	bool never = first == NO && log_says("sleep"); // holds for every target
	for (uint32_t i = 1; i < kind->targets; i++) {
		enum answer other = ask(&kind->how[i], helper);
		never |= other == NO && log_says("sleep");
		if (other != first)
			first = first == NO_ANSWER || other == NO_ANSWER ? NO_ANSWER : FOR_SOME_TARGETS;
	}
	return never ? NO : first;
}

// How many there are: the first number nobody knows ends them (__BPF_FUNC_MAX_ID).
static uint32_t count_helpers(void)
{
	enum { MOST = 4096 };
	uint32_t helper = 1;
	for (; helper < MOST; helper++) {
		ask(&kinds[0].how[0], helper);
		if (log_says("invalid func"))
			break;
	}
	return helper - 1;
}

void probe_helpers(void)
{
	static const char *const words[] = { "n", "y", "target", "unknown" };
	uint32_t count = kind_count ? count_helpers() : 0;
	for (uint32_t i = 0; i < kind_count && count; i++) {
		for (uint32_t helper = 1; helper <= count; helper++) {
			enum answer answer = ask_all(&kinds[i], helper);
			if (answer != NO)
				row(words[answer], "helper %s %u", kinds[i].name, helper);
		}
		char fact[80];
		snprintf(fact, sizeof fact, "helpers %s", kinds[i].name);
		row_number(count, fact);
	}
}
