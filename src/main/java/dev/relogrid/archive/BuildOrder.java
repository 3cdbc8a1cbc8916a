package dev.relogrid.archive;

import java.util.Comparator;

/**
 * Orders the builds of one distribution line, architecture and flavour by age, oldest first: by package version, and
 * where that is not known by release. Two rows of one build, which a distribution may offer in two suites, are equal.
 */
public enum BuildOrder implements Comparator<CatalogEntry> {
    /** There is only one. */
    INSTANCE;

    @Override
    public int compare(CatalogEntry a, CatalogEntry b) {
        int byVersion = DebianVersionOrder.INSTANCE.compare(version(a), version(b));
        return byVersion != 0 ? byVersion : ReleaseOrder.INSTANCE.compare(a.id().release(), b.id().release());
    }

    private static String version(CatalogEntry entry) {
        String version = entry.origin().version();
        return version.isEmpty() ? entry.id().release() : version;
    }
}
