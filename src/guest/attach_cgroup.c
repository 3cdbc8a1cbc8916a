#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "attach.h"
#include "system.h"

#define ROOT "/sys/fs/cgroup"
#define OWN ROOT "/guest"

static void leave(void)
{
	char pid[16];
	int n = snprintf(pid, sizeof pid, "%d", getpid());
	write_file(ROOT "/cgroup.procs", pid, n);
	rmdir(OWN);
}

// This process goes in too, so that what it does comes by the program.
void attach_to_cgroup(struct attempt *a, struct bpf_program *p)
{
	char pid[16];
	int n = snprintf(pid, sizeof pid, "%d", getpid());
	a->kind = "cgroup";
	if (mkdir(OWN, 0755) && errno != EEXIST)
		return attempt_cannot(a, "the guest has no cgroup2 hierarchy");
	int f = open(OWN, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	attempt_errno(a, f);
	if (a->error)
		return;
	attempt_link(a, bpf_program__attach_cgroup(p, f));
	close(f);
	if (a->error) {
		rmdir(OWN);
		return;
	}
	write_file(OWN "/cgroup.procs", pid, n);
	a->undo_last = leave;
}
