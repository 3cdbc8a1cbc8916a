package dev.relogrid.engine.verdict;

import dev.relogrid.engine.object.Program;

/**
 * What is said of one program on one kernel.
 *
 * @param program the program
 * @param verdict the word for it
 * @param reason one clause; empty when all is well
 */
public record ProgramVerdict(Program program, Verdict verdict, String reason) {}
