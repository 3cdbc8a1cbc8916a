/**
 * Which parts of an object need one thing of the kernel: a field, a type, an enumerator, a function, an option.
 *
 * <p>May import {@code feature}, {@code history} (for its questions), {@code core}, {@code object}, {@code insn} and {@code
 * btf}. Refuses to know kernels.
 */
@NullMarked
package dev.relogrid.engine.usage;

import org.jspecify.annotations.NullMarked;
