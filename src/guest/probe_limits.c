// probe_limits.c - how much a program may be, where that can be asked in little time.

#include "probe_core.h"

#include <stdlib.h>

#define ROUNDS 130
#define BODY 8000

static const struct how plain = { .type = T_SOCKET_FILTER };

// The number behind these words in the kernel's complaint; 0 where it does not say so.
static long said(const char *words)
{
	const char *at = strstr(load_log, words);
	return at ? strtol(at + strlen(words), NULL, 10) : 0;
}

// A static function of 8 000 instructions that is called 130 times is more than a million: what the kernel says then
// is how many it has gone through when it gave up, and what its limit is.
static void instructions(void)
{
	uint32_t count = 0;
	struct bpf_insn *code = calloc(ROUNDS + BODY + 4, sizeof *code);
	if (!code)
		return;
	for (int i = 0; i < ROUNDS; i++, count++)
		code[count] = CALL_LOCAL(ROUNDS - i + 1);
	code[count++] = MOV(0, 0);
	code[count++] = EXIT;
	for (int i = 0; i < BODY; i++)
		code[count++] = MOV(0, i);
	code[count++] = EXIT;
	if (!loads(&plain, code, count)) {
		long most = said("Processed ");
		if (most)
			row_number(most - 1, "limit complexity");
	}
	free(code);
}

static void statistics(void)
{
	static const struct bpf_insn code[] = { MOV(0, 0), EXIT };
	if (loads(&plain, code, COUNT(code)) && said("(limit "))
		row_number(said("(limit "), "limit insns");
}

// Conditions nobody can decide, one behind the other: each leaves a way to be gone later.
static void jumps(void)
{
	enum { MOST = 8400 };
	uint32_t count = 0;
	struct bpf_insn *code = calloc(MOST + 8, sizeof *code);
	if (!code)
		return;
	code[count++] = LOAD(BITS_32, 2, 1, 0);
	for (int i = 0; i < MOST; i++)
		code[count++] = JEQ(2, i, MOST - i - 1);
	code[count++] = MOV(0, 0);
	code[count++] = EXIT;
	if (!loads(&plain, code, count) && said("The sequence of "))
		row_number(said("The sequence of ") - 1, "limit jumps");
	free(code);
}

static void stack(void)
{
	long most = 0;
	for (int size = 256; size <= 4096; size *= 2) {
		struct bpf_insn code[] = { STORE_NUMBER(BITS_64, 10, -size, 0), MOV(0, 0), EXIT };
		if (!loads(&plain, code, COUNT(code)))
			break;
		most = size;
	}
	row_number(most, "limit stack");
}

// So many functions, each called once by the program.
static bool takes_functions(uint32_t functions)
{
	static struct bpf_insn code[2048];
	uint32_t count = 0, calls = functions - 1;
	for (uint32_t i = 0; i < calls; i++, count++)
		code[count] = CALL_LOCAL((int)(calls + i + 2));
	code[count++] = MOV(0, 0);
	code[count++] = STOP;
	code[count++] = EXIT;
	for (uint32_t i = 0; i < calls; i++) {
		code[count++] = MOV(0, 0);
		code[count++] = EXIT;
	}
	return reaches_stop(&plain, code, count);
}

static void functions(void)
{
	if (takes_functions(256) && !takes_functions(257) && log_says("too many subprograms"))
		row_number(256, "limit subprogs");
}

// Functions that call the next: how many may be on the way at once.
static void depth(void)
{
	long most = 0;
	for (uint32_t frames = 1; frames <= 32; frames++) {
		struct bpf_insn code[3 * 32];
		uint32_t count = 0;
		for (uint32_t i = 1; i < frames; i++) {
			code[count++] = CALL_LOCAL(1);
			code[count++] = EXIT;
		}
		code[count++] = MOV(0, 0);
		code[count++] = EXIT;
		if (!loads(&plain, code, count))
			break;
		most = frames;
	}
	row_number(most, "limit call_depth");
}

void probe_limits(void)
{
	statistics();
	instructions();
	jumps();
	stack();
	functions();
	depth();
}
