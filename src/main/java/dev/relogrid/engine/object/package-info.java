/**
 * A compiled eBPF object: its programs, instructions, maps and externs, as libbpf finds them in the file.
 *
 * <p>May import {@code elf}, {@code btf}, {@code insn} and {@code bytes}. Refuses to know kernels: the same file gives
 * the same object everywhere.
 */
@NullMarked
package dev.relogrid.engine.object;

import org.jspecify.annotations.NullMarked;
