// probe_core.h - what the parts of the probe share: instructions, loading, targets, rows.
#ifndef PROBE_CORE_H
#define PROBE_CORE_H

#include "probe.h"

#include <errno.h>
#include <linux/bpf.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define PROBE_VERSION "1"
#define POISON 195896080 /* the helper number libbpf writes over what cannot be relocated: no kernel has it */
#define SLEEPABLE (1u << 4) /* BPF_F_SLEEPABLE */
#define ENOTSUPP_OF_KERNEL 524

// Numbers are written out where they are newer than the oldest headers this is compiled with.
enum {
	T_SOCKET_FILTER = 1, T_KPROBE, T_SCHED_CLS, T_SCHED_ACT, T_TRACEPOINT, T_XDP, T_PERF_EVENT, T_CGROUP_SKB,
	T_CGROUP_SOCK, T_LWT_IN, T_LWT_OUT, T_LWT_XMIT, T_SOCK_OPS, T_SK_SKB, T_CGROUP_DEVICE, T_SK_MSG,
	T_RAW_TRACEPOINT, T_CGROUP_SOCK_ADDR, T_LWT_SEG6LOCAL, T_LIRC_MODE2, T_SK_REUSEPORT, T_FLOW_DISSECTOR,
	T_CGROUP_SYSCTL, T_RAW_TRACEPOINT_WRITABLE, T_CGROUP_SOCKOPT, T_TRACING, T_STRUCT_OPS, T_EXT, T_LSM,
	T_SK_LOOKUP, T_SYSCALL, T_NETFILTER, T_COUNT
};

enum {
	A_TRACE_RAW_TP = 23, A_TRACE_FENTRY, A_TRACE_FEXIT, A_MODIFY_RETURN, A_LSM_MAC, A_TRACE_ITER,
	A_LSM_CGROUP = 43, A_NETFILTER = 45, A_TRACE_UPROBE_MULTI = 48, A_TRACE_FSESSION = 58
};

#define INSN(c, d, s, o, i) ((struct bpf_insn){ .code = (c), .dst_reg = (d), .src_reg = (s), .off = (o), .imm = (i) })
#define MOV(d, i) INSN(0xb7, d, 0, 0, i)
#define MOV_REG(d, s) INSN(0xbf, d, s, 0, 0)
#define CALL(i) INSN(0x85, 0, 0, 0, i)
#define CALL_LOCAL(distance) INSN(0x85, 0, 1, 0, distance)
#define CALL_KERNEL(id) INSN(0x85, 0, 2, 0, id)
#define LOAD(size, d, s, o) INSN(0x61 | (size), d, s, o, 0) /* size: 0 = 32 bits, 0x18 = 64 */
#define STORE(size, d, o, s) INSN(0x63 | (size), d, s, o, 0)
#define STORE_NUMBER(size, d, o, i) INSN(0x62 | (size), d, 0, o, i)
#define BITS_32 0x00
#define BITS_64 0x18
#define LDIMM64(d, s, i, next) INSN(0x18, d, s, 0, i), INSN(0, 0, 0, 0, next)
#define JEQ(d, i, o) INSN(0x15, d, 0, o, i)
#define JNE(d, i, o) INSN(0x55, d, 0, o, i)
#define JA(o) INSN(0x05, 0, 0, o, 0)
#define EXIT INSN(0x95, 0, 0, 0, 0)
// Reads through a register nobody wrote: stops the verifier where everything before it was accepted, so that nothing
// has to be translated and freed. Its complaint is the sign that it came so far.
#define STOP INSN(0x79, 0, 9, 0, 0)
#define STOP_SIGN "R9 !read_ok"
#define COUNT(a) (sizeof(a) / sizeof *(a))

// How a program is to be loaded. btf_fd etc. only for those with functions of their own types.
struct how {
	uint32_t type, attach, flags, attach_id;
	int btf_fd;
	const void *func_info;
	uint32_t func_count;
	const void *line_info;
	uint32_t line_count;
};

// The answer to the last load: errno, 0 for loaded, and the kernel's words.
extern int load_errno;
extern char load_log[1 << 16];

// True when the kernel takes the program; it is freed at once.
bool loads(const struct how *how, const struct bpf_insn *code, uint32_t count);
// True when it comes to STOP, at which such a program ends.
bool reaches_stop(const struct how *how, const struct bpf_insn *code, uint32_t count);
bool log_says(const char *words);
long bpf_call(int command, union bpf_attr *attr);
const char *probe_errno(int error);

extern probe_row *send_row;
// A row whose fact is put together as by printf.
void row(const char *value, const char *fact, ...) __attribute__((format(printf, 2, 3)));
void row_number(long value, const char *fact);
// Whether the last load went as wished; no row when it failed for want of memory.
void row_bool(bool value, const char *fact);

// The kernel's own types; 0 where there are none, or no such name.
bool types_open(void);
uint32_t func_id(const char *name);
uint32_t typedef_id(const char *name);
uint32_t struct_id(const char *name);
uint32_t struct_size(uint32_t id);

// The parts, in the order in which they are asked.
void probe_types(void);
void probe_maps(void);
void probe_insns(void);
void probe_map_insns(void);
void probe_verifier(void);
void probe_limits(void);
void probe_helpers(void);
void probe_kfuncs(void);
void probe_hooks(void);

extern bool kernel_calls; // whether programs may call functions of the kernel at all

#endif
