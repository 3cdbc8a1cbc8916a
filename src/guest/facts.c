#define _GNU_SOURCE
#include "facts.h"

#include <ctype.h>
#include <string.h>
#include <unistd.h>

#include "child.h"
#include "conf.h"
#include "frames.h"
#include "probe.h"
#include "share.h"

#define FRAME_MOST 65536
#define EVERY_S 1.0 // what a probe has found is not lost for long when its next step brings the guest down

static struct sb lines;
static double sent;

static void send_lines(void)
{
	if (lines.n) {
		emit(F_FACTS, &lines);
		worker_flush();
	}
	sent = now();
}

// A word of a line: what would end it becomes a space.
static void put_word(const char *text, char end)
{
	size_t n = strnlen(text, FRAME_MOST / 2 - 1), from = lines.n;
	sb_put(&lines, text, n);
	for (char *p = lines.p + from; n; p++, n--)
		if (iscntrl((unsigned char)*p))
			*p = ' ';
	sb_put(&lines, &end, 1);
}

static void row(const char *fact, const char *value)
{
	size_t n = strnlen(fact, FRAME_MOST / 2 - 1) + strnlen(value, FRAME_MOST / 2 - 1) + 2;
	if (lines.n + n > FRAME_MOST || now() - sent > EVERY_S)
		send_lines();
	put_word(fact, '\t');
	put_word(value, '\n');
}

static void probe_worker(int unused, int unused_too)
{
	(void)unused, (void)unused_too;
	sent = now();
	int r = probe_main(row);
	send_lines();
	share->done = 1;
	_exit(r ? 1 : 0);
}

void send_facts(void)
{
	struct child_end e = run_child(probe_worker, 0, 0, C.probe_ms);
	if (!share->done || e.exit)
		note("probe", share->done ? "gave up" : how_word(&e), e.signal ? e.signal : e.exit);
}
