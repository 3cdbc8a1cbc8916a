/**
 * What one kernel offers to an object, as an interface; whoever keeps kernels implements it.
 *
 * <p>May import {@code btf}. Refuses to know files, archives and objects.
 */
@NullMarked
package dev.relogrid.engine.kernel;

import org.jspecify.annotations.NullMarked;
