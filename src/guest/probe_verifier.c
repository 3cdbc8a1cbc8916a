// probe_verifier.c - what the verifier knows for certain: a call that no kernel has stands where it is never reached
// by one who knows, so that the program loads only then.

#include <unistd.h>

#include "probe_map.h"
#include "probe_own_types.h"

#define MAP_VALUE 2 /* BPF_PSEUDO_MAP_VALUE */
#define MAP_FD 1
#define ARENA_ADDRESS (1ull << 44)
// Returns 0 when register 2 is that number, else calls what is not there.
#define CERTAINLY(number) JNE(2, number, 2), MOV(0, 0), EXIT, CALL(POISON), EXIT

static const struct how plain = { .type = T_SOCKET_FILTER };

#define ASK(fact, ...) \
	do { \
		const struct bpf_insn code[] = { __VA_ARGS__ }; \
		row_bool(loads(&plain, code, COUNT(code)), fact); \
	} while (0)

static int read_only(uint32_t flags, bool frozen)
{
	static const uint32_t value[2] = { 7, 9 };
	struct map map = { .type = 2, .key = 4, .value = sizeof value, .most = 1, .flags = flags };
	int fd = map_create(&map);
	if (fd >= 0 && (!map_set(fd, 0, value) || (frozen && !map_freeze(fd)))) {
		close(fd);
		fd = -1;
	}
	return fd;
}

static void fold(const char *fact, uint32_t flags, bool frozen)
{
	int fd = read_only(flags, frozen);
	if (fd < 0)
		return;
	ASK(fact, LDIMM64(1, MAP_VALUE, fd, 4), LOAD(BITS_32, 2, 1, 0), CERTAINLY(9));
	close(fd);
}

static void folds(void)
{
	uint32_t as_libbpf = FLAG_READ_ONLY | FLAG_MMAPABLE;
	fold("fold rodata", as_libbpf, true);
	fold("fold rodata nonfrozen", as_libbpf, false);
	fold("fold rodata writable", FLAG_MMAPABLE, true);
	fold("fold kconfig", as_libbpf, true);
}

static void stack(void)
{
	ASK("verifier spills", MOV(1, 7), STORE(BITS_64, 10, -8, 1), LOAD(BITS_64, 2, 10, -8), CERTAINLY(7));
	ASK("verifier narrow_spills", MOV(1, 7), STORE(BITS_32, 10, -8, 1), LOAD(BITS_32, 2, 10, -8), CERTAINLY(7));
	ASK("verifier stored_numbers", STORE_NUMBER(BITS_64, 10, -8, 7), LOAD(BITS_64, 2, 10, -8), CERTAINLY(7));
	ASK("verifier stored_numbers32", STORE_NUMBER(BITS_32, 10, -8, 7), LOAD(BITS_32, 2, 10, -8), CERTAINLY(7));
	ASK("verifier stored_zero", STORE_NUMBER(BITS_64, 10, -8, 0), LOAD(BITS_64, 2, 10, -8), CERTAINLY(0));
	ASK("verifier spilled_zero", MOV(1, 0), STORE(BITS_64, 10, -8, 1), LOAD(BITS_32, 2, 10, -4), CERTAINLY(0));
	// the low half, which lies first on the machines that are booted
	ASK("verifier narrow_fills", MOV(1, 7), STORE(BITS_64, 10, -8, 1), LOAD(BITS_32, 2, 10, -8), CERTAINLY(7));
}

static void numbers(void)
{
	ASK("verifier folds_xor", MOV(2, 5), INSN(0xa7, 2, 0, 0, 1), CERTAINLY(4));
	ASK("verifier folds_and_zero", LOAD(BITS_32, 2, 1, 0), INSN(0x57, 2, 0, 0, 0), CERTAINLY(0));
	ASK("verifier folds_bits", LOAD(BITS_32, 2, 1, 0), INSN(0x47, 2, 0, 0, 1), INSN(0x57, 2, 0, 0, 1), CERTAINLY(1));
	ASK("verifier folds_mul", MOV(2, 6), INSN(0x27, 2, 0, 0, 7), CERTAINLY(42));
	ASK("verifier folds_div", MOV(2, 42), INSN(0x37, 2, 0, 0, 6), CERTAINLY(7));
	ASK("verifier folds_mod", MOV(2, 42), INSN(0x97, 2, 0, 0, 5), CERTAINLY(2));
	ASK("verifier folds_neg", MOV(2, 7), INSN(0x87, 2, 0, 0, 0), CERTAINLY(-7));
	ASK("verifier folds_shifts", MOV(2, 7), INSN(0x67, 2, 0, 0, 8), INSN(0x77, 2, 0, 0, 4), CERTAINLY(112));
	ASK("verifier folds_swap", MOV(2, 1), INSN(0xdc, 2, 0, 0, 16), CERTAINLY(256));
	ASK("verifier equal_registers", LOAD(BITS_32, 2, 1, 0), MOV_REG(3, 2), INSN(0x5d, 2, 3, 2, 0), MOV(0, 0), EXIT,
	    CALL(POISON), EXIT);
	ASK("verifier branch_learns", LOAD(BITS_32, 2, 1, 0), JNE(2, 5, 2), JNE(2, 5, 3), MOV(0, 0), MOV(0, 0), EXIT,
	    CALL(POISON), EXIT);
	ASK("verifier branch_learns_not", LOAD(BITS_32, 2, 1, 0), JEQ(2, 0, 1), JEQ(2, 0, 2), MOV(0, 0), EXIT,
	    CALL(POISON), EXIT);
}

static void addresses(void)
{
	int fd = read_only(0, false);
	uint32_t function = func_id("vfs_getattr");
	if (fd >= 0) {
		ASK("verifier map_value_not_null", LDIMM64(1, MAP_VALUE, fd, 0), JEQ(1, 0, 2), MOV(0, 0), EXIT,
		    CALL(POISON), EXIT);
		ASK("verifier map_not_null", LDIMM64(1, MAP_FD, fd, 0), JEQ(1, 0, 2), MOV(0, 0), EXIT, CALL(POISON), EXIT);
		close(fd);
	}
	ASK("verifier stack_not_null", JEQ(10, 0, 2), MOV(0, 0), EXIT, CALL(POISON), EXIT);
	if (function)
		ASK("verifier kfunc_not_null", LDIMM64(1, 3, (int)function, 0), JEQ(1, 0, 2), MOV(0, 0), EXIT, CALL(POISON),
		    EXIT);
}

// A global function with the impossible call in it, called where the program certainly never comes.
static void globals(void)
{
	static const struct bpf_insn guarded[] = { MOV(2, 0), JEQ(2, 0, 1), CALL_LOCAL(2), MOV(0, 0),
						   EXIT,      CALL(POISON), MOV(0, 0),     EXIT };
	struct own_types types;
	if (!own_types_load(&types, true))
		return;
	struct how how = { .type = T_SOCKET_FILTER, .btf_fd = types.fd, .func_info = types.functions, .func_count = 2 };
	types.functions[1].insn = 5;
	row_bool(loads(&how, guarded, COUNT(guarded)), "verifier lazy_globals");
	own_types_close(&types);
}

void probe_verifier(void)
{
	folds();
	stack();
	numbers();
	addresses();
	globals();
}

static void address_space_cast(void)
{
	struct map arena = { .type = 33, .most = 1, .flags = FLAG_MMAPABLE, .extra = ARENA_ADDRESS };
	int fd = map_create(&arena);
	if (fd < 0) {
		row("n", "insn addr_space_cast");
		return;
	}
	ASK("insn addr_space_cast", LDIMM64(1, MAP_FD, fd, 0), MOV(2, 1), INSN(0xbf, 2, 2, 1, 1), MOV(0, 0), EXIT);
	close(fd);
}

static void indirect_jump(void)
{
	struct map targets = { .type = 34, .key = 4, .value = 16, .most = 1 };
	struct { // struct bpf_insn_array_value
		uint32_t original, translated;
		uint32_t machine, zero;
	} target = { .original = 4 };
	int fd = map_create(&targets);
	if (fd < 0 || !map_set(fd, 0, &target) || !map_freeze(fd))
		row("n", "insn gotox");
	else
		ASK("insn gotox", LDIMM64(1, MAP_VALUE, fd, 0), LOAD(BITS_64, 1, 1, 0), INSN(0x0d, 1, 0, 0, 0), MOV(0, 0), EXIT);
	if (fd >= 0)
		close(fd);
}

void probe_map_insns(void)
{
	address_space_cast();
	indirect_jump();
}
