package dev.relogrid.engine.core;

/**
 * How much comparing is still allowed. Types that contain each other many times over can make a search through
 * anonymous members, or a comparison of two types, take longer than anyone can wait; libbpf would not come back from
 * them. Real kernels stay below a thousandth of the bound.
 */
final class Effort {
    static final int PER_KERNEL = 100_000_000;

    private int left = PER_KERNEL;

    /** Takes one step; false when there are none left. */
    boolean step() {
        return --left > 0;
    }
}
