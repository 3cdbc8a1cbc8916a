/** Runs over HTTP: asked for, listed, followed as they go, called off; and what booted kernels said. */
@NullMarked
package dev.relogrid.web.run;

import org.jspecify.annotations.NullMarked;
