// probe_kfunc_names.h - functions that some kernel marks as callable by programs, in the order of strcmp.
#ifndef PROBE_KFUNC_NAMES_H
#define PROBE_KFUNC_NAMES_H

#include <stddef.h>

extern const char *const kfunc_names[];
extern const size_t kfunc_name_count;

#endif
