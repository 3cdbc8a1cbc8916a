package dev.relogrid.engine.bytes;

/**
 * These bytes are not what they claim to be. The only exception that reading an untrusted file may end in; it always
 * says which part, at which byte, what was expected there and what was found.
 */
public final class MalformedInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String section;
    private final long offset;
    private final String expected;
    private final String found;

    /**
     * @param section the part of the input, in words its user knows ("ELF header", ".BTF types")
     * @param offset byte offset within that part
     * @param expected what a well-formed input has there
     * @param found what this one has
     */
    public MalformedInput(String section, long offset, String expected, String found) {
        super(section + " at offset 0x" + Long.toHexString(offset) + ": expected " + expected + ", found " + found);
        this.section = section;
        this.offset = offset;
        this.expected = expected;
        this.found = found;
    }

    /** The part of the input, in words its user knows. */
    public String section() {
        return section;
    }

    /** Byte offset within {@link #section()}. */
    public long offset() {
        return offset;
    }

    /** What a well-formed input has there. */
    public String expected() {
        return expected;
    }

    /** What this input has there. */
    public String found() {
        return found;
    }
}
