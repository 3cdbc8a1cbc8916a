// What PID 1 and the one worker it has at a time know of each other.
#ifndef SHARE_H
#define SHARE_H
#include <stdbool.h>
#include <stdint.h>

#include "system.h"

#define MAX_PROGS 65536

enum progress { UNKNOWN, REPORTED, ALONE }; // ALONE: to be tried by itself

extern struct share {
	volatile uint32_t stage; // enum stage
	volatile uint32_t programs; // of the object, as the worker that opened it counted
	volatile uint32_t struct_ops; // its maps of that kind
	volatile uint32_t done; // the worker has said what it had to
	volatile uint32_t unloadable; // the object is not to be loaded
	volatile int32_t cur; // program being loaded, -1: none
	volatile int32_t err; // of its BPF_PROG_LOAD
	volatile uint32_t owes_attach; // a program loaded, and what came of attaching it is not said yet
	volatile uint32_t flush; // the worker asks PID 1 to send what it has said so far
	volatile uint8_t verdict[MAX_PROGS]; // enum progress
	volatile uint8_t off[MAX_PROGS]; // 1: switched off
} *share;

bool share_init(void);

#endif
