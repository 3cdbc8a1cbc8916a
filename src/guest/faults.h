// Faults on purpose, so that the host's handling of them can be tried.
#ifndef FAULTS_H
#define FAULTS_H

void selftest(int number); // docs/GUEST.md lists them; some do not return
void oops_on_purpose(void); // oops.c; returns when it cannot

#endif
