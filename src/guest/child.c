#define _GNU_SOURCE
#include "child.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "frames.h"
#include "lines.h"
#include "share.h"
#include "shm.h"

struct share *share;

bool share_init(void)
{
	sigset_t m;
	sigemptyset(&m);
	sigaddset(&m, SIGCHLD);
	sigprocmask(SIG_BLOCK, &m, NULL); // waited for below
	share = shared_mem(sizeof *share);
	return share;
}

static void be_worker(void (*work)(int, int), int a, int b)
{
	sigset_t m;
	in_worker = true;
	lines_reset(); // not what PID 1 heard
	sigemptyset(&m);
	sigaddset(&m, SIGCHLD);
	sigprocmask(SIG_UNBLOCK, &m, NULL);
	write_file("/proc/self/oom_score_adj", "1000", 4); // this one before all others
	work(a, b);
	_exit(0);
}

// A worker that is about to do something dangerous wants what it has said to be safe first.
static void serve(void)
{
	if (shm) {
		shm->cur_stage = share->stage;
		if (share->cur >= 0)
			shm->cur_prog = share->cur;
	}
	if (share->flush) {
		drain();
		share->flush = 0;
	}
	shm_beat();
}

static bool wait_until(pid_t pid, double end, int *status)
{
	sigset_t m;
	sigemptyset(&m);
	sigaddset(&m, SIGCHLD);
	for (;;) {
		if (waitpid(pid, status, WNOHANG) == pid)
			return true;
		serve();
		double left = end - now();
		if (left <= 0)
			return false;
		struct timespec t = { 0, left < 0.25 ? left * 1e9 : 250000000 };
		sigtimedwait(&m, NULL, &t);
	}
}

// The verifier looks for signals, so that this normally works.
static enum how end_it(pid_t pid)
{
	int status;
	kill(pid, SIGKILL);
	return wait_until(pid, now() + 4, &status) ? TIMEOUT : STUCK;
}

struct child_end run_child(void (*work)(int, int), int a, int b, long limit_ms)
{
	struct child_end e = { .how = ENDED, .exit = -1 };
	int status = 0;
	long kills = oom_kills();
	share->stage = share->done = share->flush = share->owes_attach = 0;
	share->err = 0;
	share->cur = -1;
	pid_t pid = fork();
	if (pid < 0) {
		e.how = NOT_FORKED, e.error = errno;
		return e;
	}
	if (!pid)
		be_worker(work, a, b);
	if (!wait_until(pid, now() + limit_ms / 1000.0, &status))
		e.how = end_it(pid);
	else if (WIFEXITED(status))
		e.exit = WEXITSTATUS(status);
	else
		e.signal = WTERMSIG(status);
	e.oom = e.signal == SIGKILL && oom_kills() > kills;
	drain();
	return e;
}

const char *how_word(const struct child_end *e)
{
	switch (e->how) {
	case TIMEOUT:
		return "timeout";
	case STUCK:
		return "stuck";
	case NOT_FORKED:
		return "fork";
	default:
		return e->signal ? "signal" : "exit";
	}
}

void worker_flush(void)
{
	share->flush = 1;
	kill(getppid(), SIGCHLD);
	for (int i = 0; share->flush && i < 50000; i++)
		usleep(200);
}
