package dev.relogrid.archive.query;

import dev.relogrid.archive.CatalogEntry;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a kernel can be asked for by name, as in {@code arch:amd64}. */
enum Property {
    DISTRO,
    SUITE,
    ARCH,
    FLAVOUR;

    /** The variants that all architectures have, each with the architecture's name after it. */
    static final List<String> VARIANTS = List.of("cloud", "rt");

    /** All of them as they are written before a value. */
    static final String NAMES = Stream.of(values()).map(Property::written).collect(Collectors.joining(", "));

    /** The one written like that, or null. */
    static @Nullable Property of(String name) {
        for (Property property : values()) {
            if (property.written().equals(name + ":") || property == FLAVOUR && name.equals("flavor")) {
                return property;
            }
        }
        return null;
    }

    /** As it is written before a value. */
    String written() {
        return name().toLowerCase(Locale.ROOT) + ":";
    }

    /** Empty when not known. */
    String of(CatalogEntry entry) {
        return switch (this) {
            case DISTRO -> entry.id().distro();
            case SUITE -> entry.id().suite();
            case ARCH -> entry.id().arch();
            case FLAVOUR -> entry.origin().flavour();
        };
    }

    /** Whether that value of it is a variant, which needs no property before it. */
    boolean isVariant(String value) {
        return this == FLAVOUR && VARIANTS.contains(value);
    }

    /** Which patterns fit what is asked for: the value itself, and for a variant all flavours of it. */
    List<String> patterns(String value) {
        return isVariant(value) ? List.of(value, value + "-*") : List.of(value);
    }
}
