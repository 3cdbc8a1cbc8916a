package dev.relogrid.vm;

import java.util.Map;

/**
 * Everything a guest is made of, but for its input.
 *
 * @param program the guest's only process
 * @param conf settings for it, beyond those that follow from the options
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Launch(
        BootKernel kernel, Machine machine, Accelerator accelerator, byte[] program, BootOptions options, Conf conf) {
    Launch with(Accelerator chosen) {
        return new Launch(kernel, machine, chosen, program, options, conf);
    }

    /** Settings for one boot of a batch. */
    @FunctionalInterface
    interface Conf {
        /** @param boot how many were before it */
        Map<String, String> of(int boot);
    }
}
