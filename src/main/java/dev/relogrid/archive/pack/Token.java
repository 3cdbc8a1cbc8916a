package dev.relogrid.archive.pack;

/**
 * How one definition refers to another, as a number: nothing in it belongs to one kernel, so kernels can share it.
 *
 * <ul>
 *   <li>0 is void;
 *   <li>a type with a name is meant by its symbol: the first type of that symbol in the unit (in a module, its own ones
 *       come before its kernel's);
 *   <li>a type without a name is meant by its definition;
 *   <li>all others, which are few, by a place in a list beside: see {@link Kind}.
 * </ul>
 */
final class Token {
    /** What the two low bits say. */
    static final int VOID = 0;

    static final int SYMBOL = 1;
    static final int DEFINITION = 2;
    static final int LISTED = 3;

    /** What a listed reference is. */
    enum Kind {
        /** Of the types of a symbol, not the first: its place among them, from 1. */
        SYMBOL_AT,
        /** A type without a name that is the kernel's, not the module's own. */
        BASE_DEFINITION
    }

    /**
     * @param index of the symbol or the definition
     * @param place among the types of the symbol; 0 for a definition
     */
    record Listed(Kind kind, int index, int place) {}

    private Token() {}

    static int of(int tag, int index) {
        return index << 2 | tag;
    }

    static int tag(int token) {
        return token & 3;
    }

    static int index(int token) {
        return token >>> 2;
    }
}
