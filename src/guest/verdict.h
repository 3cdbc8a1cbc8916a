// What became of one program, as a frame.
#ifndef VERDICT_H
#define VERDICT_H
#include <bpf/libbpf.h>

struct load { // of an object
	int result; // 0 or -errno
	double seconds; // for each program
	int together; // programs loaded at once
};
void report_program(int obj, int prog, struct bpf_program *p, const struct load *l);

#endif
