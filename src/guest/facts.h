// The rows of probe_main() as frames.
#ifndef FACTS_H
#define FACTS_H

void send_facts(void);

#endif
