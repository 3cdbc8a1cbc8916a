package dev.relogrid.engine.history;

import java.util.List;

/**
 * What a type is on one kernel.
 *
 * @param size bytes; 0 where it has none
 * @param target what a typedef is another name of, as C; empty for other kinds
 * @param c its definition by itself, in the shape of {@code bpftool btf dump format c}; empty where C cannot say it
 * @param members of a struct or union, or of a typedef to one without a name; those inside members without names too
 * @param enumerators of an enum, or of a typedef to one without a name
 */
public record TypeDefinition(long size, String target, String c, List<Member> members, List<Enumerator> enumerators) {

    /**
     * A member as programs name it. What lies in a struct without a name is a member of the struct around it, as in C; what
     * lies in a member whose type has no name follows that member, with dots in its path.
     *
     * @param path {@code i_ctime}, or {@code u.key} where {@code u} is of a type without a name
     * @param type as C; {@code struct {...}} where it has no name
     * @param bitOffset from the start of the type
     * @param bitSize 0 for an array without an end
     */
    public record Member(String path, String type, long bitOffset, long bitSize, boolean bitfield) {}

    /** A name and its value in decimal digits. */
    public record Enumerator(String name, String value) {}
}
