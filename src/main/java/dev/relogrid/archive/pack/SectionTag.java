package dev.relogrid.archive.pack;

/** The sections of a pack, in the order they are written; the number in the file is the four letters. */
enum SectionTag {
    /** One item for each kernel: what it is called, how large its parts are. */
    KERN(1 << 20),
    /** Symbols, ordered by class and name: which kernels have which definitions under that name. */
    SYMS(1 << 15),
    /** Definitions, in the order of the symbols that lead to them. */
    DEFS(1 << 16),
    /** One item for each kernel: its types and its modules' in the order of their ids. */
    ORDR(0);

    private final int blockSize;

    SectionTag(int blockSize) {
        this.blockSize = blockSize;
    }

    /** Items are put into one block up to about that many bytes; 0 puts each into one of its own. */
    int blockSize() {
        return blockSize;
    }

    /** As it stands in the file. */
    int code() {
        int code = 0;
        for (int i = 3; i >= 0; i--) {
            code = code << 8 | name().charAt(i);
        }
        return code;
    }
}
