#define _GNU_SOURCE
#include "system.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

static int console = 2;

uint64_t now_ns(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000000000ull + t.tv_nsec;
}

double now(void)
{
	return now_ns() / 1e9;
}

void open_console(void)
{
	int f = open("/dev/console", O_WRONLY | O_CLOEXEC);
	if (f >= 0)
		console = f;
}

void say(const char *fmt, ...)
{
	char b[1024];
	va_list a;
	va_start(a, fmt);
	int n = vsnprintf(b, sizeof b, fmt, a);
	va_end(a);
	if (n > (int)sizeof b - 1)
		n = sizeof b - 1;
	if (n > 0 && write(console, b, n) < 0)
		return; // nobody to tell
}

long read_small(const char *path, char *b, size_t n)
{
	int f = open(path, O_RDONLY | O_CLOEXEC);
	if (f < 0)
		return -errno;
	ssize_t r = read(f, b, n - 1);
	int e = errno;
	close(f);
	if (r < 0)
		return -e;
	while (r && b[r - 1] == '\n')
		r--;
	b[r] = 0;
	return r;
}

bool write_file(const char *path, const void *d, size_t n)
{
	int f = open(path, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0644);
	if (f < 0)
		return false;
	for (const char *p = d; n;) {
		ssize_t r = write(f, p, n);
		if (r <= 0) {
			int e = r ? errno : ENOSPC;
			close(f);
			errno = e;
			return false;
		}
		p += r, n -= r;
	}
	return close(f) == 0;
}

long tainted(void)
{
	char b[32];
	return read_small("/proc/sys/kernel/tainted", b, sizeof b) > 0 ? atol(b) : -1;
}

// the number behind KEY in a file of lines "KEY number"
static long counter(const char *path, const char *key)
{
	static char b[16384];
	if (read_small(path, b, sizeof b) < 0)
		return -1;
	size_t n = strlen(key);
	for (char *p = b; p; p = strchr(p, '\n')) {
		p += *p == '\n';
		if (!strncmp(p, key, n) && (p[n] == ' ' || p[n] == ':'))
			return atol(p + n + 1);
	}
	return -1;
}

long oom_kills(void)
{
	return counter("/proc/vmstat", "oom_kill");
}

uint64_t free_bytes(void)
{
	long kb = counter("/proc/meminfo", "MemAvailable");
	return kb < 0 ? UINT64_MAX : kb * 1024ull;
}

const char *errno_name(int e)
{
	const char *name = e == 524 ? "ENOTSUPP" : e > 0 ? strerrorname_np(e) : NULL;
	return name ? name : "";
}

void *shared_mem(size_t n)
{
	void *p = mmap(NULL, n + 1, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	return p == MAP_FAILED ? NULL : p;
}

void shared_free(void *p, size_t n)
{
	if (p)
		munmap(p, n + 1);
}
