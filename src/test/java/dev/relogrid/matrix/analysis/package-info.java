/** Tests of answers in the database. */
@NullMarked
package dev.relogrid.matrix.analysis;

import org.jspecify.annotations.NullMarked;
