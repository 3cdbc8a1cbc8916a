// What the host wishes: agent.KEY=VALUE of the kernel's command line, and KEY=VALUE lines of frames.
#ifndef CONF_H
#define CONF_H

struct conf {
	long prog_ms, obj_ms, probe_ms;
	long log_mb, log_max_mb, log_keep, libbpf_keep;
	long level_ok, level;
	long attach, probe, fixmaps, insns, fast, debug;
	long cachebtf, warm, nobtf, poweroff, selftest;
	char btf[256];
	char tty[64];
};
extern struct conf C;

void conf_line(char *line); // KEY=VALUE; a key that is not known is passed over, a number out of range is clamped
void conf_lines(char *text, const char *separators, const char *prefix); // only words that begin with prefix

#endif
