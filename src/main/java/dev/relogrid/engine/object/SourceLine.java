package dev.relogrid.engine.object;

/**
 * A line of the C source as the compiler recorded it.
 *
 * @param file path at compile time
 * @param line from 1
 * @param column from 1, 0 when unknown
 * @param text the line itself, without indentation; may be empty
 */
public record SourceLine(String file, int line, int column, String text) {}
