package dev.relogrid.engine.core;

/**
 * How much searching and comparing is still allowed. Types that contain each other many times over can make a search
 * through anonymous members, or a comparison of two types, take longer than anyone can wait (libbpf would not come back
 * from them), and many relocations with many candidates each take more memory than their file is worth. Real kernels stay
 * below a thousandth of the bound.
 */
public final class Effort {
    /** Steps for all relocations of one object on one kernel. */
    public static final int PER_KERNEL = 100_000_000;
    /** What keeping one candidate of one relocation counts for, in steps. */
    static final int CANDIDATE = 50;

    private int left;

    /** For one object on one kernel. */
    public Effort() {
        this(PER_KERNEL);
    }

    /**
     * For what has been begun elsewhere.
     *
     * @param left steps, above 0
     */
    public Effort(int left) {
        this.left = left;
    }

    /** Steps that are left. */
    public int left() {
        return left;
    }

    /** Takes one step; false when there are none left. */
    boolean step() {
        return take(1);
    }

    /** Takes that many steps; false, from then on for all, when there are not so many left. */
    boolean take(int steps) {
        left = left > steps ? left - steps : 0;
        return left > 0;
    }

    /** Whether steps were asked for that were not left. */
    public boolean exhausted() {
        return left == 0;
    }
}
