#define _GNU_SOURCE
#include "frames.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <zlib.h>

#include "conf.h"
#include "shm.h"
#include "system.h"
#include "tty.h"

const char *const stage_name[] = { "none",	 "open",       "vmlinux_btf",	"externs",   "btf_upload",
				   "struct_ops", "map_create", "relocation",	"attach_target", "prog_load",
				   "prog_array", "load_other", "attach",	"section",   "done" };

// Workers do not write to the area: its mapping is a PFN map, and fork() would copy all of its page tables for each
// worker (64k entries for 256 MiB). They write here, and PID 1 copies.
static struct buffer {
	volatile uint64_t pos, cap;
	volatile uint32_t lost, lost_verdict;
	char data[];
} *B;

bool in_worker;
static uint32_t tty_seq, tty_lost;
static bool lost_one;

#define MB ((uint64_t)1 << 20)

bool frames_init(void)
{
	// the logs of one program, of a few when all are loaded at once, and an object's lists
	size_t cap = (size_t)C.log_keep * 8 + 32 * MB;
	B = shared_mem(cap);
	if (B)
		B->cap = cap - 4096;
	return B;
}

static uint64_t frame_bytes(size_t n)
{
	return sizeof(struct frame) + ((n + 7) & ~(uint64_t)7);
}

static bool counts(int type)
{
	return type == F_PROG || type == F_OBJECT;
}

// What others leave free: logs the room for verdicts, all the room for the last frame.
static uint64_t reserve(int type, uint64_t cap)
{
	uint64_t for_verdicts = cap / 4 < 2 * MB ? cap / 4 : 2 * MB;
	return type == F_LOG ? for_verdicts : type == F_DONE ? 0 : 1024;
}

static bool to_buffer(int type, const void *d, size_t n)
{
	struct frame f = { FRAME_MAGIC, type, 0, 0, 0, n }; // PID 1 fills in the rest
	uint64_t pos = B->pos;
	if (pos + frame_bytes(n) + reserve(type, B->cap) > B->cap) {
		B->lost++;
		B->lost_verdict |= type == F_OBJECT; // a program's is asked for again, or fits
		return false;
	}
	memcpy(B->data + pos, &f, sizeof f);
	memcpy(B->data + pos + sizeof f, d, n);
	__atomic_store_n(&B->pos, pos + frame_bytes(n), __ATOMIC_RELEASE);
	return true;
}

// The frame is written whole before out_pos moves: a guest that dies in the middle leaves nothing behind.
static bool to_area(struct frame *f, const void *d)
{
	uint64_t pos = shm->out_pos, room = shm->out_cap;
	if (pos > room || frame_bytes(f->len) + reserve(f->type, room) > room - pos) {
		shm->lost++;
		return false;
	}
	f->seq = shm->seq;
	char *o = (char *)shm + shm->out_off + pos;
	memcpy(o + sizeof *f, d, f->len);
	memset(o + sizeof *f + f->len, 0, frame_bytes(f->len) - sizeof *f - f->len);
	memcpy(o, f, sizeof *f);
	__atomic_thread_fence(__ATOMIC_RELEASE);
	shm->seq = f->seq + 1;
	__atomic_store_n(&shm->out_pos, pos + frame_bytes(f->len), __ATOMIC_RELEASE);
	return true;
}

static bool to_tty(struct frame *f, const void *d)
{
	static const char zeros[8];
	f->seq = tty_seq++;
	tty_write(f, sizeof *f);
	tty_write(d, f->len);
	tty_write(zeros, frame_bytes(f->len) - sizeof *f - f->len);
	return true;
}

bool emit_bytes(int type, const void *d, size_t n)
{
	if (in_worker)
		return to_buffer(type, d, n);
	struct frame f = { FRAME_MAGIC, type, 0, 0, crc32_z(0, d, n), n };
	bool sent = shm ? to_area(&f, d) : tty_there() && to_tty(&f, d);
	lost_one |= !sent && counts(type);
	return sent;
}

bool emit(int type, struct sb *s)
{
	bool sent = emit_bytes(type, s->p, s->n);
	sb_free(s);
	return sent;
}

void note(const char *what, const char *detail, long value)
{
	struct sb s = { 0 };
	sb_f(&s, "{");
	sb_kv(&s, "note", what);
	sb_kv(&s, "detail", detail);
	sb_ki(&s, "value", value);
	sb_f(&s, "}");
	emit(F_NOTE, &s);
}

void emit_log(int obj, int prog, int kind, const char *p, size_t n, size_t keep)
{
	if (!n)
		return;
	size_t head = n, tail = 0;
	if (n > keep)
		head = keep / 4, tail = keep - head;
	uint32_t who[4] = { obj, prog, kind, 0 };
	uint64_t size[2] = { n, head };
	struct sb s = { 0 };
	sb_put(&s, who, sizeof who);
	sb_put(&s, size, sizeof size);
	sb_put(&s, p, head);
	sb_put(&s, p + n - tail, tail);
	emit(F_LOG, &s);
}

// A worker may have scribbled over the buffer; what is no frame ends it.
void drain(void)
{
	uint64_t n = __atomic_load_n(&B->pos, __ATOMIC_ACQUIRE), o = 0;
	struct frame f;
	if (n > B->cap)
		n = 0;
	while (o + sizeof f <= n) {
		memcpy(&f, B->data + o, sizeof f);
		if (f.magic != FRAME_MAGIC || f.len > n - o - sizeof f)
			break;
		emit_bytes(f.type, B->data + o + sizeof f, f.len);
		o += frame_bytes(f.len);
	}
	if (n > MB) // give the pages back
		madvise((char *)B + 4096, B->cap - 4096, MADV_REMOVE);
	if (shm)
		shm->lost += B->lost;
	else
		tty_lost += B->lost;
	lost_one |= B->lost_verdict;
	B->lost = B->lost_verdict = 0;
	B->pos = 0;
}

bool verdict_lost(void)
{
	return lost_one;
}

uint32_t frames_lost(void)
{
	return shm ? shm->lost : tty_lost;
}
