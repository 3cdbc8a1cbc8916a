// probe_insns.c - which instructions the kernel takes, on this machine.

#include "probe_core.h"
#include "probe_own_types.h"

#define ADD64 0xdb /* an atomic of 64 bits: BPF_STX | BPF_ATOMIC | BPF_DW */
#define ADD32 0xc3
#define ON_STACK(...) { STORE_NUMBER(BITS_64, 10, -8, 1), MOV(1, 1), MOV(0, 0), __VA_ARGS__, MOV(0, 0), EXIT }

bool kernel_calls;
static const struct how plain = { .type = T_SOCKET_FILTER };

#define ASK(name, ...) \
	do { \
		static const struct bpf_insn code[] = __VA_ARGS__; \
		row_bool(loads(&plain, code, COUNT(code)), "insn " name); \
	} while (0)

static void atomics(void)
{
	ASK("atomic_add", ON_STACK(INSN(ADD64, 10, 1, -8, 0)));
	ASK("atomic_fetch_add", ON_STACK(INSN(ADD64, 10, 1, -8, 0x01)));
	ASK("atomic_and", ON_STACK(INSN(ADD64, 10, 1, -8, 0x50)));
	ASK("atomic_or", ON_STACK(INSN(ADD64, 10, 1, -8, 0x40)));
	ASK("atomic_xor", ON_STACK(INSN(ADD64, 10, 1, -8, 0xa0)));
	ASK("atomic_fetch_and", ON_STACK(INSN(ADD64, 10, 1, -8, 0x51)));
	ASK("atomic_fetch_or", ON_STACK(INSN(ADD64, 10, 1, -8, 0x41)));
	ASK("atomic_fetch_xor", ON_STACK(INSN(ADD64, 10, 1, -8, 0xa1)));
	ASK("atomic_xchg", ON_STACK(INSN(ADD64, 10, 1, -8, 0xe1)));
	ASK("atomic_cmpxchg", ON_STACK(INSN(ADD64, 10, 1, -8, 0xf1)));
	ASK("atomic_cmpxchg32", ON_STACK(INSN(ADD32, 10, 1, -8, 0xf1)));
	ASK("load_acquire", ON_STACK(INSN(ADD64, 1, 10, -8, 0x100)));
	ASK("store_release", ON_STACK(INSN(ADD64, 10, 1, -8, 0x110)));
	ASK("load_acquire8", ON_STACK(INSN(0xd3, 1, 10, -8, 0x100)));
	ASK("store_release8", ON_STACK(INSN(0xd3, 10, 1, -8, 0x110)));
}

static void arithmetic(void)
{
	ASK("bswap", { MOV(0, 1), INSN(0xd7, 0, 0, 0, 64), MOV(0, 0), EXIT });
	ASK("sdiv", { MOV(0, 8), INSN(0x37, 0, 0, 1, 2), EXIT });
	ASK("smod", { MOV(0, 8), INSN(0x97, 0, 0, 1, 2), EXIT });
	ASK("movsx", { MOV(1, 8), INSN(0xbf, 0, 1, 8, 0), EXIT });
	ASK("ldsx", { STORE_NUMBER(BITS_64, 10, -8, 1), INSN(0x81, 0, 10, -8, 0), EXIT });
}

static void jumps(void)
{
	ASK("jmp32", { MOV(0, 0), INSN(0x16, 0, 0, 1, 0), MOV(0, 1), EXIT });
	ASK("gotol", { MOV(0, 0), JEQ(0, 5, 1), INSN(0x06, 0, 0, 0, 1), MOV(0, 1), EXIT });
	ASK("may_goto", { MOV(0, 0), INSN(0xe5, 0, 0, 1, 0), JA(-2), EXIT });
	// ten rounds; before 5.3 any jump backwards was refused
	ASK("bounded_loop", { MOV(0, 10), INSN(0x07, 0, 0, 0, -1), JNE(0, 0, -2), EXIT });
	ASK("local_call", { CALL_LOCAL(1), EXIT, MOV(0, 0), EXIT });
}

// The address alone is taken or not, whatever helper it would be for.
static void callback(void)
{
	static const struct bpf_insn code[] = { LDIMM64(1, 4, 3, 0), MOV(0, 0), EXIT, MOV(0, 0), EXIT };
	struct own_types types;
	if (!own_types_load(&types, false))
		return;
	struct how how = { .type = T_SOCKET_FILTER, .btf_fd = types.fd, .func_info = types.functions, .func_count = 2 };
	types.functions[1].insn = 4;
	row_bool(loads(&how, code, COUNT(code)), "insn callback");
	own_types_close(&types);
}

static void lines(void)
{
	static const struct bpf_insn code[] = { MOV(0, 0), EXIT };
	struct own_types types;
	if (!own_types_load(&types, false))
		return;
	struct how how = { .type = T_SOCKET_FILTER, .btf_fd = types.fd, .func_info = types.functions, .func_count = 1,
			   .line_info = &types.line, .line_count = 1 };
	row_bool(loads(&how, code, COUNT(code)), "insn btf_line_info");
	own_types_close(&types);
}

// The function exists in no kernel: one that knows such calls says that it does not find it.
static void kernel_call(void)
{
	static const struct bpf_insn code[] = { CALL_KERNEL(1), MOV(0, 0), EXIT };
	static const struct how how = { .type = T_SCHED_CLS };
	bool taken = loads(&how, code, COUNT(code)) || log_says("kernel function") || log_says("kernel btf_id");
	bool refused = log_says("reserved fields") || log_says("not support") || log_says("not allowed in non-JITed");
	kernel_calls = taken && !refused;
	row_bool(kernel_calls, "insn kernel_call");
}

// The address of a type that is no variable: kernels with typed addresses say so.
static void kernel_address(void)
{
	static const struct bpf_insn code[] = { LDIMM64(1, 3, 1, 0), MOV(0, 0), EXIT };
	loads(&plain, code, COUNT(code));
	row_bool(log_says("KIND_VAR"), "insn kernel_address");
}

void probe_insns(void)
{
	atomics();
	arithmetic();
	jumps();
	callback();
	lines();
	kernel_call();
	kernel_address();
	probe_map_insns();
}
