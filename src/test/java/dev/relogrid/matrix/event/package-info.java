/** Events and webhooks, tried on a real PostgreSQL. */
@NullMarked
package dev.relogrid.matrix.event;

import org.jspecify.annotations.NullMarked;
