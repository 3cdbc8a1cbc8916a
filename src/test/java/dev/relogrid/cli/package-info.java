/** Drives the command line as a user would, in this process and in one of its own. */
@NullMarked
package dev.relogrid.cli;

import org.jspecify.annotations.NullMarked;
