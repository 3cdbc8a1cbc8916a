// Attaching what has loaded, for real, and taking it off again.
#ifndef ATTACH_H
#define ATTACH_H
#include <bpf/libbpf.h>

#define CANNOT (-1) // the guest has nothing to attach it to

struct attempt {
	const char *kind;
	int error; // 0 attached, > 0 errno, CANNOT
	const char *why; // NULL: libbpf's lines say it
	struct bpf_link *link; // NULL: it is attached by another descriptor
	int undo[3]; // descriptors to close, 0: none
	void (*undo_last)(void);
};

// One of each for a family of program types; they fill in an attempt.
void attach_to_kernel(struct attempt *a, struct bpf_program *p); // attach_trace.c: probes, hooks, iterators
void attach_to_network(struct attempt *a, struct bpf_program *p); // attach_net.c
void attach_to_cgroup(struct attempt *a, struct bpf_program *p); // attach_cgroup.c

void attempt_link(struct attempt *a, struct bpf_link *link); // of a libbpf call, which may have failed
void attempt_errno(struct attempt *a, long result); // of a call that returns < 0 and sets errno
void attempt_cannot(struct attempt *a, const char *why);
void attempt_undo(struct attempt *a, int fd);

int own_function(int x); // what uprobes are put on

// load_result: of the object they are in, 0 or -errno; nothing of an object that failed can be attached
void attach_program(int obj, int prog, struct bpf_program *p, int load_result);
void attach_struct_ops(int obj, struct bpf_map *m, int load_result);

#endif
