// The way out when there is no area: a UART in raw mode, slow, or any stream.
#ifndef TTY_H
#define TTY_H
#include <stdbool.h>
#include <stddef.h>

bool tty_open(const char *device);
void tty_use(int fd);
bool tty_there(void);
void tty_write(const void *d, size_t n);
void tty_drain(void);

#endif
