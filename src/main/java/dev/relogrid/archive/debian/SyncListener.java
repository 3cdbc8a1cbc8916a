package dev.relogrid.archive.debian;

import dev.relogrid.archive.CatalogEntry;

/** Hears what happens, one event at a time, though not always from the same thread. Sentences have no full stop. */
public interface SyncListener {
    /** The indexes of a suite are looked at now. */
    void reading(String suite);

    /** A suite, or one architecture of a suite ({@code suite/arch}), has no part in this. */
    void passedOver(String what, String why);

    /** All suites have been looked at. */
    void planned(SyncPlan plan);

    /** The packages of a kernel are fetched now. */
    void fetching(PlannedKernel kernel);

    /** One package of a kernel has been fetched. */
    void fetched(PlannedKernel kernel, long bytes);

    /** The archive has it. */
    void added(PlannedKernel kernel, CatalogEntry entry);

    /** The archive gets it without a part that the mirror has in its index and does not give. */
    void incomplete(PlannedKernel kernel, String why);

    /** The archive does not get it; the others go on. */
    void failed(PlannedKernel kernel, String why);
}
