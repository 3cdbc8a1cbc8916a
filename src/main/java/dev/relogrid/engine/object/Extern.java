package dev.relogrid.engine.object;

/**
 * Something the object expects the kernel to provide.
 *
 * @param name its symbol
 * @param kind where it comes from
 * @param weak whether the object does without it
 * @param symbolIndex in the ELF symbol table
 * @param typeId the VAR or FUNC in the object's types
 */
public record Extern(String name, Kind kind, boolean weak, int symbolIndex, int typeId) {

    /** Where an extern comes from. */
    public enum Kind {
        /** The kernel's configuration, {@code __kconfig}. */
        KCONFIG("kconfig"),
        /** A kernel variable with its type, {@code __ksym}. */
        KSYM_TYPED("ksym-typed"),
        /** A kernel symbol's address, {@code extern const void x __ksym}. */
        KSYM_UNTYPED("ksym-untyped"),
        /** A kernel function that programs may call. */
        KFUNC("kfunc");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
