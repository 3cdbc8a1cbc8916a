package dev.relogrid.engine.verdict;

import dev.relogrid.engine.core.Effort;
import dev.relogrid.engine.kernel.Kernel;

/** One thing to be asked of kernels, about an object. Others neither change its answer nor need it. */
interface Question {

    /**
     * What the kernel says to it.
     *
     * @param effort what may still be spent on this kernel
     */
    Asked of(Kernel kernel, Effort effort);

    /**
     * An answer.
     *
     * @param shared whether kernels that would have said the same to everything that was looked up share it
     */
    record Asked(Answers answers, boolean shared) {}
}
