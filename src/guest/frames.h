// Frames on their way out: to the area, or to a UART; from workers by way of PID 1.
#ifndef FRAMES_H
#define FRAMES_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "json.h"
#include "protocol.h"

extern bool in_worker; // set in every forked process

bool frames_init(void); // the workers' buffer; false when there is no memory for it
bool emit_bytes(int type, const void *d, size_t n); // false when there was no room
bool emit(int type, struct sb *s); // the same, and frees s
void note(const char *what, const char *detail, long value);

// A log: all of it if it fits in keep, else its first quarter and its last three; prog -1 for none.
void emit_log(int obj, int prog, int kind, const char *p, size_t n, size_t keep);

void drain(void); // PID 1 sends what a worker left
bool verdict_lost(void); // whether a frame that counts has been lost
uint32_t frames_lost(void);

#endif
