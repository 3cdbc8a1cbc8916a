// What a loader does to an object between opening and loading it.
#ifndef PRESETS_H
#define PRESETS_H
#include <bpf/libbpf.h>

// Applies the lines of F_IN_SET (NULL: none); share->off tells the programs that are switched off. Returns how many
// values were set; when something cannot be done, a sentence in error, which has room for n bytes.
int apply_settings(struct bpf_object *b, const char *settings, char *error, size_t n);

#endif
