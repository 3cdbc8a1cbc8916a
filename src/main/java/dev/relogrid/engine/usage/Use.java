package dev.relogrid.engine.usage;

import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.SourceLine;
import org.jspecify.annotations.Nullable;

/**
 * One place of an object that uses the thing.
 *
 * @param program the program or sub-program; null for code of none, and for an extern that no code refers to
 * @param insn the instruction's number in the program; -1 for the program as a whole, or without a program
 * @param relocation the number of the CO-RE relocation; -1 for a use of another kind
 * @param how in a few words: {@code byte_off}, {@code calls}, {@code attached to}
 * @param what what is used, as the object has it: {@code struct inode___old.i_ctime.tv_sec}
 * @param line the source line; null when none is known
 */
public record Use(
        @Nullable Program program,
        int insn,
        int relocation,
        String how,
        String what,
        @Nullable SourceLine line) {}
