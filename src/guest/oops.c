// An oops without a module: QEMU's firmware configuration device writes where it is told in physical memory, also over
// kernel code that is mapped read-only. One byte of the kernel's command line, one that is no instruction in 64-bit
// mode, goes over the first of a system call, and a worker makes that call.
#define _GNU_SOURCE
#include "faults.h"

#ifdef __x86_64__
#include <endian.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/io.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "child.h"
#include "system.h"

#define SELECTOR 0x510
#define DATA 0x511
#define DMA 0x514
#define COMMAND_LINE 0x15 // the item
#define COMMAND_LINE_MOST 2048
#define CONTROL_ERROR 1u
#define CONTROL_READ 2u
#define CONTROL_SKIP 4u
#define CONTROL_SELECT 8u

#define VICTIM "__x64_sys_personality"

struct dma { // big-endian
	uint32_t control, length;
	uint64_t address;
};

static uint64_t symbol(const char *name)
{
	char line[512], found[256];
	uint64_t at = 0, v;
	FILE *f = fopen("/proc/kallsyms", "re");
	while (f && !at && fgets(line, sizeof line, f))
		if (sscanf(line, "%lx %*c %255s", &v, found) == 2 && !strcmp(found, name))
			at = v;
	if (f)
		fclose(f);
	return at;
}

static uint64_t code_start(void)
{
	char line[256];
	uint64_t at = 0, v;
	FILE *f = fopen("/proc/iomem", "re");
	while (f && !at && fgets(line, sizeof line, f))
		if (strstr(line, ": Kernel code") && sscanf(line, " %lx-", &v) == 1)
			at = v;
	if (f)
		fclose(f);
	return at;
}

static uint64_t physical(const void *p)
{
	uint64_t entry = 0, page = sysconf(_SC_PAGESIZE);
	int f = open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
	if (f < 0)
		return 0;
	if (pread(f, &entry, sizeof entry, (uintptr_t)p / page * sizeof entry) != sizeof entry || !(entry >> 63))
		entry = 0;
	close(f);
	return (entry & ((1ull << 55) - 1)) * page + (entry ? (uintptr_t)p % page : 0);
}

static bool is_invalid(unsigned char c)
{
	return c == 0x61 || c == 0x2f || c == 0x37 || c == 0x3f; // popa, das, aaa, aas
}

// Where in the item is a byte that is an invalid opcode; -1: nowhere.
static int invalid_byte(void)
{
	outw(COMMAND_LINE, SELECTOR);
	for (int i = 0; i < COMMAND_LINE_MOST; i++)
		if (is_invalid(inb(DATA)))
			return i;
	return -1;
}

static bool transfer(volatile struct dma *d, uint64_t at, uint32_t control, uint32_t length, uint64_t to)
{
	d->length = htobe32(length);
	d->address = htobe64(to);
	d->control = htobe32(control);
	outl(htobe32(at >> 32), DMA);
	outl(htobe32(at), DMA + 4);
	while (be32toh(d->control) & ~CONTROL_ERROR)
		;
	return !d->control;
}

static bool spoil_code(uint64_t victim)
{
	struct dma *d = aligned_alloc(4096, 4096);
	if (!d || iopl(3))
		return false;
	memset(d, 0, sizeof *d); // touched, or it has no address
	uint64_t at = physical(d);
	int i = invalid_byte();
	uint32_t select = COMMAND_LINE << 16 | CONTROL_SELECT;
	bool done = at && i >= 0 && transfer(d, at, select | CONTROL_SKIP, i, 0) &&
		    transfer(d, at, CONTROL_READ, 1, victim);
	free(d);
	return done;
}

static void call_victim(int unused, int unused_too)
{
	(void)unused, (void)unused_too;
	syscall(SYS_personality, 0xffffffff);
}

void oops_on_purpose(void)
{
	uint64_t victim = symbol(VICTIM), text = symbol("_text"), code = code_start();
	if (victim && text && code && spoil_code(code + (victim - text)))
		run_child(call_victim, 0, 0, 10000);
}
#else
void oops_on_purpose(void)
{
}
#endif
