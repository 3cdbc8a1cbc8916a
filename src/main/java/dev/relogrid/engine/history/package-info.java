/**
 * What one thing of the kernel - a field, a type, an enumerator, a function, an option - is from kernel to kernel: the
 * question as asked, and a kernel's answer in words.
 *
 * <p>May import {@code btf} and {@code kernel}. Refuses to know which kernels there are, how they are ordered and how
 * reports look.
 */
@NullMarked
package dev.relogrid.engine.history;

import org.jspecify.annotations.NullMarked;
