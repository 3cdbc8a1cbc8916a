// probe.h - asks the running kernel what its types cannot tell (docs/PROBES.md).
#ifndef PROBE_H
#define PROBE_H

// Receives one fact and its value, each a short line of printable ASCII, as soon as it is measured.
typedef void probe_row(const char *fact, const char *value);

// Measures everything. Nothing is attached and every descriptor is closed again. Returns 0 when it came to its end
// (the last row is then "probe complete"), or an errno when nothing could be asked at all.
int probe_main(probe_row *row);

#endif
