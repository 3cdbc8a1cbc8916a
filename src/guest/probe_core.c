// probe_core.c - one load at a time, and rows.

#define _GNU_SOURCE
#include "probe_core.h"

#include <stdarg.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

int load_errno;
char load_log[1 << 16];
probe_row *send_row;

long bpf_call(int command, union bpf_attr *attr)
{
	long result;
	do // a pending signal makes the verifier give up with EAGAIN
		result = syscall(__NR_bpf, command, attr, sizeof *attr);
	while (result < 0 && errno == EAGAIN);
	return result;
}

bool loads(const struct how *how, const struct bpf_insn *code, uint32_t count)
{
	union bpf_attr attr;
	memset(&attr, 0, sizeof attr);
	attr.prog_type = how->type;
	attr.insns = (uint64_t)(uintptr_t)code;
	attr.insn_cnt = count;
	attr.license = (uint64_t)(uintptr_t) "GPL";
	attr.log_buf = (uint64_t)(uintptr_t)load_log;
	attr.log_size = sizeof load_log;
	attr.log_level = 4; // complaints and statistics, not every instruction
	attr.prog_flags = how->flags;
	attr.expected_attach_type = how->attach;
	attr.attach_btf_id = how->attach_id;
	if (how->btf_fd > 0) {
		attr.prog_btf_fd = how->btf_fd;
		attr.func_info = (uint64_t)(uintptr_t)how->func_info;
		attr.func_info_cnt = how->func_count;
		attr.func_info_rec_size = how->func_count ? 8 : 0;
		attr.line_info = (uint64_t)(uintptr_t)how->line_info;
		attr.line_info_cnt = how->line_count;
		attr.line_info_rec_size = how->line_count ? 16 : 0;
	}
	load_log[0] = 0;
	long fd = bpf_call(BPF_PROG_LOAD, &attr);
	load_errno = fd < 0 ? errno : 0;
	load_log[sizeof load_log - 1] = 0;
	if (fd >= 0)
		close((int)fd);
	return fd >= 0;
}

bool reaches_stop(const struct how *how, const struct bpf_insn *code, uint32_t count)
{
	return !loads(how, code, count) && log_says(STOP_SIGN);
}

bool log_says(const char *words)
{
	return strstr(load_log, words) != NULL;
}

const char *probe_errno(int error)
{
	const char *name = error == ENOTSUPP_OF_KERNEL ? "ENOTSUPP" : strerrorname_np(error);
	return name ? name : "unknown";
}

void row(const char *value, const char *fact, ...)
{
	char text[256];
	va_list arguments;
	va_start(arguments, fact);
	vsnprintf(text, sizeof text, fact, arguments);
	va_end(arguments);
	send_row(text, value);
}

void row_number(long value, const char *fact)
{
	char text[32];
	snprintf(text, sizeof text, "%ld", value);
	send_row(fact, text);
}

void row_bool(bool value, const char *fact)
{
	if (value || load_errno != ENOMEM)
		send_row(fact, value ? "y" : "n");
}

int probe_main(probe_row *to)
{
	static const struct bpf_insn nothing[] = { MOV(0, 0), EXIT };
	static const struct how plain = { .type = T_SOCKET_FILTER };
	struct rlimit most = { RLIM_INFINITY, RLIM_INFINITY };
	setrlimit(RLIMIT_MEMLOCK, &most); // before 5.11 the kernel charges programs and maps to it
	send_row = to;
	row(PROBE_VERSION, "probe version");
	if (!loads(&plain, nothing, COUNT(nothing)))
		return load_errno;
	bool types = types_open();
	probe_types();
	probe_maps();
	probe_insns();
	probe_verifier();
	probe_limits();
	probe_helpers();
	if (types) {
		probe_hooks();
		probe_kfuncs();
	}
	row("y", "probe complete");
	return 0;
}
