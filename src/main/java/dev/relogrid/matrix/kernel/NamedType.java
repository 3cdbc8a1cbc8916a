package dev.relogrid.matrix.kernel;

/**
 * A type by its name.
 *
 * @param kind {@code struct}, {@code union}, {@code enum} or {@code typedef}
 */
public record NamedType(String kind, String name) {

    /** As C has it, {@code struct inode}, but for a typedef, {@code typedef kuid_t}. */
    @Override
    public String toString() {
        return kind + " " + name;
    }
}
