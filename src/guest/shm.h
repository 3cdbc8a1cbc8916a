// The area shared with the host: an ivshmem-plain PCI BAR, mapped from sysfs, so that no kernel module is needed.
#ifndef SHM_H
#define SHM_H
#include <stdbool.h>
#include <stddef.h>

#include "protocol.h"

extern struct shm_hdr *shm; // NULL: there is none
extern size_t shm_len;

void find_shm(void);
bool shm_sane(void); // whether what the host wrote lies inside the area

// Where the guest is, for a host that finds it dead; program -1 for none.
void shm_at(int obj, int prog, int stage);
void shm_beat(void);

#endif
