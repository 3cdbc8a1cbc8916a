/** The embedded PostgreSQL, held to what it promises by starting, killing and restarting it. */
@NullMarked
package dev.relogrid.matrix.postgres;

import org.jspecify.annotations.NullMarked;
