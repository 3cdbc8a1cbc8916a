package dev.relogrid.archive.pack;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What the kernels of a family said when they were booted, or ones close to them, and who of them said the same: no pack
 * holds that, so whoever makes a family says it. Kernels are meant by their number in the family; no set is to be changed
 * by who gets it.
 */
public interface MeasuredFamily {
    /** Of whom nothing is known. */
    MeasuredFamily NONE = new MeasuredFamily() {
        @Override
        public BitSet known() {
            return new BitSet();
        }

        @Override
        public Said value(int kernel, String fact) {
            throw new IllegalArgumentException("nothing was measured");
        }

        @Override
        public Said where(int kernel) {
            throw new IllegalArgumentException("nothing was measured");
        }
    };

    /**
     * One kernel's answer.
     *
     * @param text null when there is none
     * @param alike those of {@link #known} who answer the same, that kernel among them
     */
    record Said(@Nullable String text, BitSet alike) {}

    /** Those that can be asked the rest. */
    BitSet known();

    /** {@link dev.relogrid.engine.kernel.Measured#value}. */
    Said value(int kernel, String fact);

    /** {@link dev.relogrid.engine.kernel.Measured#where}. */
    Said where(int kernel);
}
