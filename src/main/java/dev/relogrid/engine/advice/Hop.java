package dev.relogrid.engine.advice;

/**
 * One member of an access in C.
 *
 * @param owner the type the member is looked for in, as {@code struct inode}; empty when it has no name
 * @param member the member's name
 * @param indices the elements of it, {@code [3]} or {@code [0][1]}; empty when it is not an array or is meant as a whole
 * @param type what the member or its element is, in C that needs no declarations but those of structs, without qualifiers
 *     and, integers and pointers apart, with its name: {@code struct gendisk *}, {@code long}, {@code enum rw_hint}
 * @param bits the width of a bitfield, else 0
 * @param pointer whether the next hop starts behind this member, a pointer, instead of inside it
 */
public record Hop(String owner, String member, String indices, String type, int bits, boolean pointer) {

    Hop through() {
        return new Hop(owner, member, indices, type, bits, true);
    }

    Hop element(long index, String elementType) {
        return new Hop(owner, member, indices + "[" + index + "]", elementType, bits, pointer);
    }

    /** {@code bi_bdev->bd_disk}. */
    static String path(Iterable<Hop> hops) {
        StringBuilder path = new StringBuilder();
        String join = "";
        for (Hop hop : hops) {
            path.append(join).append(hop.member).append(hop.indices);
            join = hop.pointer ? "->" : ".";
        }
        return path.toString();
    }
}
