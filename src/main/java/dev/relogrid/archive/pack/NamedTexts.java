package dev.relogrid.archive.pack;

import org.jspecify.annotations.Nullable;

/** What one kernel has under symbols whose class is text. */
interface NamedTexts {
    /** Null when the kernel has nothing of the name. */
    @Nullable
    String text(Symbol symbol);

    /** Whether it has anything of the name, whatever that is. */
    boolean has(Symbol symbol);
}
