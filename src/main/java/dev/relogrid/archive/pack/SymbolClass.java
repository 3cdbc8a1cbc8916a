package dev.relogrid.archive.pack;

/** Names that are not types' have classes above all kinds of BTF; what a kernel has under them is a text. */
final class SymbolClass {
    /** An option of kconfig, without CONFIG_; the text is what stands behind the equals sign. */
    static final int CONFIG = 64;

    /** A kernel symbol; the text is the type letters of all symbols of that name, in order. */
    static final int KSYM = 65;

    private SymbolClass() {}

    static boolean isText(int symbolClass) {
        return symbolClass >= CONFIG;
    }
}
