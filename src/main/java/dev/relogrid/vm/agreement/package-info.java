/**
 * Holds what booted kernels did with programs against what the engine says of them.
 *
 * <p>May import {@code vm} and {@code engine}. Refuses to boot anything and to correct anybody.
 */
@NullMarked
package dev.relogrid.vm.agreement;

import org.jspecify.annotations.NullMarked;
