package dev.relogrid.archive.debian;

import dev.relogrid.archive.CatalogEntry;

/** Of a search for builds: says which suite is looked at; suites that are not there are no news. */
record Reading(ImageListener listener) implements SyncListener {
    @Override
    public void reading(String suite) {
        listener.reading(suite);
    }

    @Override
    public void passedOver(String what, String why) {
        // if it is the only one the search says why
    }

    @Override
    public void planned(SyncPlan plan) {
        // nothing is planned here
    }

    @Override
    public void fetching(PlannedKernel kernel) {
        // nor fetched
    }

    @Override
    public void fetched(PlannedKernel kernel, long bytes) {
        // nor fetched
    }

    @Override
    public void added(PlannedKernel kernel, CatalogEntry entry) {
        // nor added
    }

    @Override
    public void incomplete(PlannedKernel kernel, String why) {
        // nor added
    }

    @Override
    public void failed(PlannedKernel kernel, String why) {
        // nor added
    }
}
