// probe_btf.h - the kernel's types themselves, for those parts that walk them.
#ifndef PROBE_BTF_H
#define PROBE_BTF_H

struct btf;
extern struct btf *kernel_types; // NULL where the kernel has none

#endif
