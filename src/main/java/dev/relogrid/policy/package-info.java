/**
 * What a project asks of kernels: the {@code .relogrid} file ({@link dev.relogrid.policy.Policy}), and what it makes of a
 * report ({@link dev.relogrid.policy.PolicyVerdict}). Which kernels have to work and which are only watched, which
 * programs stand in for each other, which causes are accepted for a while and why; how many machines run each kernel
 * ({@link dev.relogrid.policy.Fleet}); whether something may be released ({@link dev.relogrid.policy.Releasable}).
 *
 * <pre>
 *   required: ['lts and latest']                     # has to work; all kernels unless said
 *   watch: ['suite:sid']                             # told of, never fails
 *   alternatives:
 *     - any-of: [open_fentry, open_kprobe]           # programs of which one is enough
 *     - any-of-maps: [events_ringbuf, events_perf]   # the same of maps
 *   ignore:
 *     - code: FIELD_MISSING                          # one of code, path, program, or several
 *       path: inode.i_ctime
 *       program: open_kprobe
 *       reason: only used for a debug print
 *       until: 2027-03-31                            # the last day it holds
 *   rodata: {use_ringbuf: true}                      # values the loader sets
 *   autoload: {on_exit: off}                         # programs the loader switches
 *   fail-on: broken                                  # or unknown, no_btf, conditional, changed
 * </pre>
 *
 * <p>docs/POLICY.md says what each means. May import reports, the archive's names of kernels and its query language, and
 * a YAML parser; knows neither files nor HTTP nor a database nor today's date.
 */
@NullMarked
package dev.relogrid.policy;

import org.jspecify.annotations.NullMarked;
