// Trying programs.
#ifndef WORKER_H
#define WORKER_H

// Loads program `prog` alone, or (-1) all that have no verdict yet at once, which a refused program does not stop.
// Reports, attaches if asked to, and does not return.
void load_worker(int obj, int prog);

// Loads all programs of an object and attaches struct_ops map number `index`.
void struct_ops_worker(int obj, int index);

#endif
