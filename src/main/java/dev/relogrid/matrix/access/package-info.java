/**
 * Who may use the service and what they did: tokens, of which only digests are kept, and the record of every write.
 * Imports nothing of the other rooms but the names of projects; knows no HTTP.
 */
@NullMarked
package dev.relogrid.matrix.access;

import org.jspecify.annotations.NullMarked;
