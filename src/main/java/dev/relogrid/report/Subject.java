package dev.relogrid.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The object a report is about.
 *
 * @param name what the user calls it: a path or a file's name
 * @param sha256 of its bytes, 64 hexadecimal digits; null where nobody asked
 * @param programs those that are loaded by default, in the object's order
 * @param relocations how many CO-RE relocations it has
 * @param warnings sentences about what libbpf would warn of
 */
public record Subject(
        String name, @Nullable String sha256, List<ProgramName> programs, int relocations, List<String> warnings) {

    /** A program, and the section that says what kind it is. */
    public record ProgramName(String name, String section) {}
}
