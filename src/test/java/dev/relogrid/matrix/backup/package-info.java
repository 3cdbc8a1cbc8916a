/** Backups of a real database, restored into another one, and everything that is no backup, refused. */
@NullMarked
package dev.relogrid.matrix.backup;

import org.jspecify.annotations.NullMarked;
