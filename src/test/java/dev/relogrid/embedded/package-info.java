/** Objects in everything they are found in, real packages among it, and in what is made to do harm. */
@NullMarked
package dev.relogrid.embedded;

import org.jspecify.annotations.NullMarked;
