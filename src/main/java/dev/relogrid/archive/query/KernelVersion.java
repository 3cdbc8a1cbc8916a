package dev.relogrid.archive.query;

import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.DebianVersionOrder;
import dev.relogrid.archive.query.Limits.Compared;
import dev.relogrid.archive.query.Limits.Comparison;
import java.util.List;

/** The version of Linux a kernel was built from. */
final class KernelVersion {
    private static final DottedNumber NONE = new DottedNumber(List.of(0));

    private KernelVersion() {}

    /**
     * What the package version begins with: releases stop counting where a distribution keeps its modules' interface
     * stable, as in 6.1.0-50-amd64 built from 6.1.176. A package that is numbered otherwise is of another series than
     * its release; then the release decides.
     */
    static DottedNumber of(CatalogEntry entry) {
        DottedNumber release = ofRelease(entry);
        DottedNumber version = DottedNumber.atStartOf(
                DebianVersionOrder.upstreamOf(entry.origin().version()));
        return version != null && version.series().equals(release.series()) ? version : release;
    }

    /** A version just named may also be the number the release begins with, as people read it off uname. */
    static boolean isOneOf(Limits limits, CatalogEntry entry) {
        return limits.hold(of(entry))
                || limits instanceof Compared compared
                        && compared.comparison() == Comparison.SAME
                        && limits.hold(ofRelease(entry));
    }

    private static DottedNumber ofRelease(CatalogEntry entry) {
        DottedNumber release = DottedNumber.atStartOf(entry.id().release());
        return release == null ? NONE : release;
    }
}
