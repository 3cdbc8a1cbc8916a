package dev.relogrid.policy;

import java.util.List;

/**
 * Programs, or maps, of which one is enough.
 *
 * <p>libbpf loads all programs of an object or none, and creates all maps or none. So alternatives are a promise of the
 * loader: it switches the others off before it loads ({@code bpf_program__set_autoload}, {@code
 * bpf_map__set_autocreate}). What a policy does is not to count what the loader then never asks the kernel for.
 *
 * @param kind what the names are of
 * @param names at least two, each once
 */
public record Alternatives(Kind kind, List<String> names) {
    public Alternatives {
        names = List.copyOf(names);
    }

    /** What stands in for each other. */
    public enum Kind {
        PROGRAMS("any-of", "programs"),
        MAPS("any-of-maps", "maps");

        final String key;
        final String word;

        Kind(String key, String word) {
            this.key = key;
            this.word = word;
        }
    }

    @Override
    public String toString() {
        return "one of the " + kind.word + " " + String.join(", ", names) + " is enough";
    }
}
