/** Tests of the sample project. */
@NullMarked
package dev.relogrid.matrix.sample;

import org.jspecify.annotations.NullMarked;
