package dev.relogrid.vm;

import java.util.Map;

/**
 * Everything a guest is made of, but for its input.
 *
 * @param program the guest's only process
 * @param trial what is different about it, for tests
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Launch(
        BootKernel kernel, Machine machine, Accelerator accelerator, byte[] program, BootOptions options, Trial trial) {
    Launch with(Accelerator chosen) {
        return new Launch(kernel, machine, chosen, program, options, trial);
    }

    /** Settings for the boots of a batch, beyond those that follow from the options. */
    @FunctionalInterface
    interface Trial {
        Trial NONE = boot -> Map.of();

        /**
         * For the guest.
         *
         * @param boot how many were before it
         */
        Map<String, String> conf(int boot);

        /** For the kernel, on its command line. */
        default String kernelWords() {
            return "";
        }
    }
}
