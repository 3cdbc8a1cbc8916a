/** Projects in a real database. */
@NullMarked
package dev.relogrid.matrix.project;

import org.jspecify.annotations.NullMarked;
