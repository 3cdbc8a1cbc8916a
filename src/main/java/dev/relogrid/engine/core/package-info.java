/**
 * CO-RE: access specs, candidates, matching, values, patching — what a relocation becomes on a given set of types.
 *
 * <p>May import {@code btf}, {@code insn} and {@code bytes}. Refuses to know ELF, objects and where a kernel's types
 * come from. The rules are libbpf's, {@code src/relo_core.c} and the CO-RE part of {@code src/libbpf.c}; where a
 * version matters it is 1.7.0.
 */
@NullMarked
package dev.relogrid.engine.core;

import org.jspecify.annotations.NullMarked;
