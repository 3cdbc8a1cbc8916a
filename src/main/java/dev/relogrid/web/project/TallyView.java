package dev.relogrid.web.project;

import dev.relogrid.policy.Tally;

/** How many required kernels count as what; {@code total} is all but those set aside for their byte order. */
record TallyView(int pass, int warn, int fail, int total, int aside) {
    static TallyView of(Tally tally) {
        return new TallyView(tally.pass(), tally.warn(), tally.fail(), tally.total(), tally.aside());
    }
}
