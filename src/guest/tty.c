#define _GNU_SOURCE
#include "tty.h"

#include <errno.h>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

static int tty = -1;

bool tty_open(const char *device)
{
	struct termios t;
	tty = open(device, O_RDWR | O_NOCTTY | O_CLOEXEC);
	if (tty < 0)
		return false;
	if (!tcgetattr(tty, &t)) {
		cfmakeraw(&t);
		cfsetspeed(&t, B4000000); // an emulated line has no speed, but the tty layer waits by it
		tcsetattr(tty, TCSANOW, &t);
		return true;
	}
	close(tty); // 8250 names ports that are not there; they fail only now
	tty = -1;
	return false;
}

void tty_use(int fd)
{
	tty = fd;
}

bool tty_there(void)
{
	return tty >= 0;
}

void tty_write(const void *d, size_t n)
{
	for (const char *p = d; n;) {
		ssize_t r = write(tty, p, n > 4096 ? 4096 : n);
		if (r < 0 && errno == EINTR)
			continue;
		if (r <= 0)
			return;
		p += r, n -= r;
	}
}

void tty_drain(void)
{
	if (tty >= 0)
		tcdrain(tty);
}
