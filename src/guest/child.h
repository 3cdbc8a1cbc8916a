// Workers: forked processes that may hang, die or eat all memory without harm to the rest.
#ifndef CHILD_H
#define CHILD_H
#include <stdbool.h>

enum how { ENDED, TIMEOUT, STUCK, NOT_FORKED };
struct child_end {
	enum how how; // STUCK: killed and would not go; it is left behind
	int error; // errno of fork
	int signal; // it died of; 0: none, or it was killed for taking too long
	int exit; // code it left with, -1: it did not
	bool oom; // the kernel killed something for memory meanwhile
};

struct child_end run_child(void (*work)(int, int), int a, int b, long limit_ms);
const char *how_word(const struct child_end *e); // "timeout", "stuck", "signal", "exit", "fork"

// In a worker: returns when PID 1 has sent what was said so far, so that what comes next may bring the guest down.
void worker_flush(void);

#endif
