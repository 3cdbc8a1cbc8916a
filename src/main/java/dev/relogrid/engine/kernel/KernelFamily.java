package dev.relogrid.engine.kernel;

import java.util.BitSet;

/**
 * Kernels that share most of what they are made of, so that what one of them answered need not be asked of all: they are
 * told apart only by what somebody asks.
 */
public interface KernelFamily {

    /** How many kernels there are; they are numbered from 0. */
    int size();

    /** {@link Kernel#id} of one of them. */
    String id(int index);

    /** A fresh look at one kernel, which remembers what it is asked. For one thread. */
    Witness ask(int index);

    /** One kernel under questions. */
    interface Witness {

        /**
         * The kernel, and through it its types and modules. All they return are answers, {@link Kernel#vmlinux} and {@link
         * Kernel#noBtf} among them, byte order and size of pointers too; only {@link Kernel#id} is not.
         */
        Kernel kernel();

        /**
         * All kernels of the family, this one among them, that would have given the same answers to all that was asked so
         * far, in the same order where there were several, type ids apart. May be too few, never too many. Not to be
         * changed by the caller.
         */
        BitSet sameAnswers();
    }
}
