/**
 * Which instructions of a program the kernel's verifier visits, given what libbpf made of them.
 *
 * <p>May import {@code object}, {@code insn}, {@code elf}, {@code btf}, {@code bytes}. Refuses to know kernels, relocations
 * and verdicts: what is constant is handed to it.
 */
@NullMarked
package dev.relogrid.engine.reach;

import org.jspecify.annotations.NullMarked;
