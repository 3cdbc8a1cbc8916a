// PID 1 of a throw-away machine: loads every program of every object it is given with the real libbpf and the real
// verifier, and reports what the kernel said. docs/GUEST.md is its contract with the host.
#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include "boot.h"
#include "btf_cache.h"
#include "conf.h"
#include "facts.h"
#include "faults.h"
#include "frames.h"
#include "input.h"
#include "lines.h"
#include "object.h"
#include "run.h"
#include "share.h"
#include "shm.h"
#include "tty.h"

static void read_command_line(void)
{
	char line[4096];
	if (read_small("/proc/cmdline", line, sizeof line) > 0)
		conf_lines(line, " ", "agent.");
}

// A snapshot may be taken here, of a guest that is ready for any input.
static void wait_for_go(void)
{
	if (!shm || !shm->park)
		return;
	shm->state = ST_READY;
	while (!__atomic_load_n(&shm->go, __ATOMIC_ACQUIRE)) {
		shm_beat();
		usleep(500);
	}
	if (!shm_sane()) {
		say("guest: the area's header was changed and is not sane\n");
		switch_off(EXIT_BAD_AREA);
	}
	input_conf();
}

static void prepare_libbpf(void)
{
	struct rlimit all = { RLIM_INFINITY, RLIM_INFINITY };
	struct rlimit many = { 1 << 20, 1 << 20 };
	setrlimit(RLIMIT_MEMLOCK, &all); // before 5.11 maps and programs count against it
	setrlimit(RLIMIT_NOFILE, &many); // each map and program is one
	lines_listen();
	if (C.cachebtf)
		cache_vmlinux_btf();
	if (C.warm)
		warm_features();
}

static void start_as_init(void)
{
	mount_all();
	open_console();
	read_command_line();
	find_way_out();
	if (shm && !shm->park)
		input_conf();
	if (C.nobtf)
		mount("none", "/sys/kernel/btf", "tmpfs", 0, NULL);
}

// On a normal machine, as root: KEY=VALUE and objects; frames go to standard output.
static void start_as_command(int argc, char **argv)
{
	tty_use(dup(1));
	for (int i = 1; i < argc; i++)
		if (strchr(argv[i], '='))
			conf_line(argv[i]);
		else
			input_file(argv[i]);
}

static void send_done(const struct run *r, double begun, double started)
{
	struct sb s = { 0 };
	sb_f(&s, "{");
	sb_ki(&s, "objects", n_objects);
	sb_ki(&s, "programs", r->programs);
	sb_ki(&s, "run_us", (now() - started) * 1e6);
	sb_ki(&s, "setup_us", (started - begun) * 1e6);
	sb_ki(&s, "lost_frames", frames_lost());
	sb_ki(&s, "taint", tainted());
	sb_ki(&s, "next_obj", r->next);
	sb_f(&s, "}");
	emit(F_DONE, &s);
}

int main(int argc, char **argv)
{
	double begun = now();
	bool init = getpid() == 1;
	if (init)
		start_as_init();
	else
		start_as_command(argc, argv);
	if (!share_init() || !frames_init()) {
		say("guest: no memory for its own areas\n");
		if (init)
			switch_off(EXIT_NO_MEMORY);
		return 1;
	}
	prepare_libbpf();
	wait_for_go();
	if (shm)
		shm->state = ST_RUN;
	send_hello();
	if (init)
		input_files();
	input_frames();
	if (shm)
		madvise(shm, shm_len, MADV_DONTFORK);
	if (C.probe)
		send_facts();
	selftest(C.selftest);
	double started = now();
	struct run r = run_objects();
	send_done(&r, begun, started);
	if (shm)
		shm->state = ST_DONE;
	if (init)
		switch_off(EXIT_ALL_DONE);
	return 0;
}
