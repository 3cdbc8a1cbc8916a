// Between libbpf and the kernel. The static link uses --wrap=syscall, so that every bpf(2) of libbpf comes through
// here: that gives the exact errno, the time and the relocated instructions of each BPF_PROG_LOAD, and lets the log be
// asked for only when the quiet first try has failed.
#ifndef TRACE_H
#define TRACE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <bpf/libbpf.h>

#include "verifier_log.h"

struct prog_try { // what BPF_PROG_LOAD of one program did
	bool seen; // it came to that
	bool cut; // the log's buffer was too small for it
	int ret, err; // of the first, quiet try
	int err2; // of the second, with a log; 0: passed, or there was none
	uint64_t ns, ns2;
	uint32_t type, insns, poison, attach_btf_id;
	struct log_reason reason;
	size_t log_n;
	char *stats; // the end of the log that has statistics; NULL: none
};

extern struct map_failure { // the last BPF_MAP_CREATE that failed
	bool any;
	int err;
	uint32_t type;
	char name[17];
} map_failure;
extern int btf_load_errno; // of the last BPF_BTF_LOAD that failed

// For an object of so many programs. go_on: libbpf is told that refused programs loaded,
// so that it goes on to the next; why they were refused is not asked.
void trace_init(int obj, int programs, bool go_on);
void trace_program(struct bpf_program *p, int index); // before load, for each to be loaded
void trace_on(bool on);
const struct prog_try *trace_of(int index);
int trace_loads(void); // BPF_PROG_LOADs so far

#endif
