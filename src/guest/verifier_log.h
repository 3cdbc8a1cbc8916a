// What the verifier's log says, in the wordings of 5.2 and later.
#ifndef VERIFIER_LOG_H
#define VERIFIER_LOG_H
#include <stdbool.h>
#include <stddef.h>

#include "json.h"

bool log_has_end(const char *log, size_t max); // whether its statistics, the last it has, are there
void log_statistics(struct sb *s, const char *log); // as members of a JSON object; absent what is not printed

struct log_reason {
	char line[400]; // the last before the statistics
	char category[120]; // 7.3 and later
};
void log_reason(struct log_reason *r, const char *log, size_t n);

#endif
