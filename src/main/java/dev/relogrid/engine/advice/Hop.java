package dev.relogrid.engine.advice;

/**
 * One step of an access in C.
 *
 * @param owner the struct or union the member is in, as {@code struct inode}; empty for an anonymous one
 * @param member the member's name
 * @param index for an array the element, else -1
 * @param type what the member (or its element) is in C, without qualifiers: {@code struct gendisk *}, {@code long}
 * @param pointer whether the next hop starts behind this member, a pointer, instead of inside it
 */
public record Hop(String owner, String member, long index, String type, boolean pointer) {

    /** The member, and its index in brackets. */
    String text() {
        return index < 0 ? member : member + "[" + index + "]";
    }
}
