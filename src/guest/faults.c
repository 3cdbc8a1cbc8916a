#define _GNU_SOURCE
#include "faults.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#ifdef __x86_64__
#include <sys/io.h>
#endif

#include "child.h"
#include "frames.h"
#include "shm.h"
#include "system.h"

#define MB (1 << 20)

static void hog(int unused, int unused_too)
{
	(void)unused, (void)unused_too;
	for (;;) {
		char *p = malloc(MB);
		if (p)
			memset(p, 1, MB);
	}
}

static void spin(int unused, int unused_too)
{
	(void)unused, (void)unused_too;
	for (volatile int i = 0;; i++)
		;
}

static void in_worker_for(void (*work)(int, int), long limit_ms)
{
	struct sb s = { 0 };
	struct child_end e = run_child(work, 0, 0, limit_ms);
	sb_f(&s, "{");
	sb_kv(&s, "note", "selftest");
	sb_kv(&s, "detail", how_word(&e));
	sb_ki(&s, "signal", e.signal);
	if (e.oom)
		sb_kt(&s, "oom");
	sb_f(&s, "}");
	emit(F_NOTE, &s);
}

// No interrupts on the only processor. User space of arm64 cannot do that; there PID 1 just never comes back.
static void stop_processor(void)
{
#ifdef __x86_64__
	if (!iopl(3))
		asm volatile("cli");
#endif
	for (;;)
		asm volatile("" ::: "memory");
}

static void spoil_header(void)
{
	uint64_t pos = shm->out_pos;
	shm->out_pos = 1ull << 60;
	sleep(2);
	shm->out_pos = pos;
}

static void commit_garbage(void)
{
	memset((char *)shm + shm->out_off + shm->out_pos, 0xff, PAGE0);
	shm->out_pos += PAGE0;
}

static void fill_output(void)
{
	char *b = calloc(1, MB);
	for (int i = 0; b && i < 600; i++)
		emit_log(0, 0, LOG_VERIFIER, b, MB, MB);
	free(b);
}

void selftest(int number)
{
	switch (number) {
	case 1:
		if (!write_file("/proc/sysrq-trigger", "c", 1))
			say("guest: sysrq: %s\n", strerror(errno));
		break;
	case 2:
		stop_processor();
		break;
	case 3:
		abort();
	case 4:
		in_worker_for(hog, 60000);
		break;
	case 5:
		in_worker_for(spin, 3000);
		break;
	case 7:
		oops_on_purpose();
		note("selftest", "no oops: this machine has no way to one", 7);
		break;
	case 9:
		fill_output();
		break;
	case 10:
		hog(0, 0);
		break;
	default:
		break;
	}
	if (shm && number == 6)
		spoil_header();
	if (shm && number == 8)
		commit_garbage();
}
