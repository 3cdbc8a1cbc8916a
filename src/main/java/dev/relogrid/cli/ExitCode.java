package dev.relogrid.cli;

/**
 * What the process ends with, as grep and diff do it; so that a script may try 2 again and never takes it for 1. Ctrl-C
 * ends in 130, which the JVM sees to.
 */
final class ExitCode {
    /** There is an answer, and nothing in it breaks. */
    static final int FINE = 0;
    /** There is an answer, and something breaks. */
    static final int BROKEN = 1;
    /** There is no answer: wrong usage, an unreadable file, bytes that are not what they should be. */
    static final int NO_ANSWER = 2;

    private ExitCode() {}
}
