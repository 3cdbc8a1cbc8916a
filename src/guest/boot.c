#define _GNU_SOURCE
#include "boot.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/stat.h>
#include <sys/sysinfo.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>
#ifdef __x86_64__
#include <sys/io.h>
#endif

#include <bpf/libbpf.h>

#include "conf.h"
#include "frames.h"
#include "shm.h"
#include "system.h"
#include "tty.h"

#define DEBUG_EXIT_PORT 0x501

#ifdef __x86_64__
#define DEFAULT_TTY "/dev/ttyS1"
#else
#define DEFAULT_TTY "/dev/ttyAMA1"
#endif

void mount_all(void)
{
	static const struct {
		const char *type, *at;
	} m[] = { { "proc", "/proc" },
		  { "sysfs", "/sys" },
		  { "devtmpfs", "/dev" },
		  { "tmpfs", "/tmp" },
		  { "bpf", "/sys/fs/bpf" },
		  { "debugfs", "/sys/kernel/debug" },
		  { "tracefs", "/sys/kernel/tracing" },
		  { "cgroup2", "/sys/fs/cgroup" } };
	for (size_t i = 0; i < sizeof m / sizeof *m; i++) {
		mkdir(m[i].at, 0755);
		if (mount(m[i].type, m[i].at, m[i].type, 0, NULL) && errno != EBUSY)
			say("guest: mounting %s: %s\n", m[i].at, strerror(errno));
	}
}

void find_way_out(void)
{
	const char *tty = C.tty[0] ? C.tty : DEFAULT_TTY;
	find_shm();
	if (shm || tty_open(tty))
		return;
	say("guest: there is no way out: neither a shared area nor %s\n", tty);
	switch_off(EXIT_NO_WAY_OUT);
}

static void put_kernel_settings(struct sb *s)
{
	static const char *const files[] = { "/proc/sys/net/core/bpf_jit_enable",
					     "/proc/sys/net/core/bpf_jit_harden",
					     "/proc/sys/net/core/bpf_jit_limit",
					     "/proc/sys/kernel/unprivileged_bpf_disabled",
					     "/sys/kernel/security/lockdown",
					     "/sys/kernel/security/lsm" };
	char b[256];
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		if (read_small(files[i], b, sizeof b) >= 0)
			sb_kv(s, strrchr(files[i], '/') + 1, b);
}

static int kconfig_source(const char *release)
{
	char path[256];
	snprintf(path, sizeof path, "/boot/config-%s", release);
	return access("/proc/config.gz", R_OK) == 0 ? 1 : access(path, R_OK) == 0 ? 2 : 0;
}

void send_hello(void)
{
	struct sb s = { 0 };
	struct utsname u = { 0 };
	struct sysinfo memory = { 0 };
	struct stat st;
	struct timespec up = { 0 };
	char api[32];
	uname(&u);
	sysinfo(&memory);
	clock_gettime(CLOCK_BOOTTIME, &up);
	snprintf(api, sizeof api, "%u.%u", libbpf_major_version(), libbpf_minor_version());
	sb_f(&s, "{");
	sb_kv(&s, "agent", AGENT_VERSION);
	sb_ki(&s, "protocol", PROTOCOL_VERSION);
	sb_kv(&s, "libbpf", LIBBPF_PACKAGE);
	sb_kv(&s, "libbpf_api", api);
	sb_kv(&s, "release", u.release);
	sb_kv(&s, "version", u.version);
	sb_kv(&s, "machine", u.machine);
	sb_ki(&s, "mem_mb", memory.totalram * memory.mem_unit >> 20);
	sb_ki(&s, "vmlinux_btf", !stat("/sys/kernel/btf/vmlinux", &st) ? st.st_size : -1);
	sb_ki(&s, "kconfig", kconfig_source(u.release));
	put_kernel_settings(&s);
	sb_kv(&s, "sink", shm ? "shm" : "tty");
	sb_ki(&s, "taint", tainted());
	sb_ki(&s, "uptime_ms", up.tv_sec * 1000 + up.tv_nsec / 1000000);
	sb_f(&s, "}");
	emit(F_HELLO, &s);
}

_Noreturn void switch_off(int code)
{
	tty_drain();
#ifdef __x86_64__
	// isa-debug-exit: QEMU exits with (code << 1) | 1. Without that device nothing happens, and the reboot below
	// ends a QEMU started with -no-reboot.
	if (!C.poweroff && !iopl(3)) {
		outl(code, DEBUG_EXIT_PORT);
		usleep(1000);
	}
#else
	(void)code;
#endif
	reboot(C.poweroff ? RB_POWER_OFF : RB_AUTOBOOT);
	for (;;)
		pause();
}
