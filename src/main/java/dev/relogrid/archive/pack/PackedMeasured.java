package dev.relogrid.archive.pack;

import dev.relogrid.engine.kernel.Measured;
import org.jspecify.annotations.Nullable;

/** What was measured on a packed kernel, which remembers who would have answered the same. */
record PackedMeasured(MeasuredFamily family, int kernel, KernelView view) implements Measured {
    @Override
    public @Nullable String value(String fact) {
        return heard(family.value(kernel, fact));
    }

    @Override
    public String where() {
        return String.valueOf(heard(family.where(kernel)));
    }

    private @Nullable String heard(MeasuredFamily.Said said) {
        view.keepAlike(said.alike());
        return said.text();
    }
}
