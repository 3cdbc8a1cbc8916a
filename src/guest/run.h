// The batch.
#ifndef RUN_H
#define RUN_H

struct run {
	int programs; // with a verdict
	int next; // the first object that is not fully reported
};
struct run run_objects(void);

#endif
