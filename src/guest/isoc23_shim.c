// A library built against glibc 2.38 or later asks for C23's names of these; an older static glibc lacks them. Weak: a
// newer one has them.
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#define WEAK __attribute__((weak))

WEAK unsigned long long __isoc23_strtoull(const char *s, char **end, int base);
WEAK unsigned long __isoc23_strtoul(const char *s, char **end, int base);
WEAK long long __isoc23_strtoll(const char *s, char **end, int base);
WEAK long __isoc23_strtol(const char *s, char **end, int base);
WEAK int __isoc23_sscanf(const char *s, const char *format, ...);
WEAK int __isoc23_fscanf(FILE *f, const char *format, ...);

unsigned long long __isoc23_strtoull(const char *s, char **end, int base)
{
	return strtoull(s, end, base);
}

unsigned long __isoc23_strtoul(const char *s, char **end, int base)
{
	return strtoul(s, end, base);
}

long long __isoc23_strtoll(const char *s, char **end, int base)
{
	return strtoll(s, end, base);
}

long __isoc23_strtol(const char *s, char **end, int base)
{
	return strtol(s, end, base);
}

int __isoc23_sscanf(const char *s, const char *format, ...)
{
	va_list a;
	va_start(a, format);
	int r = vsscanf(s, format, a);
	va_end(a);
	return r;
}

int __isoc23_fscanf(FILE *f, const char *format, ...)
{
	va_list a;
	va_start(a, format);
	int r = vfscanf(f, format, a);
	va_end(a);
	return r;
}
