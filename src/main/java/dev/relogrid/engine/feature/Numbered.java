package dev.relogrid.engine.feature;

import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.finding.Stage;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.Measured;
import java.util.ArrayList;
import java.util.List;

/**
 * Needs that have a number in one of the kernel's enums. A kernel may have the number and, as it was configured, not what
 * it stands for: where one was booted, it says.
 */
final class Numbered extends NeedGroup {
    private final KernelEnum in;
    private final String refusal;
    private final List<One> all = new ArrayList<>();

    /** @param fact what to ask a booted kernel; empty when there is nothing to ask */
    private record One(int number, Need need, String fact) {}

    /** Of which booted kernels are not asked. */
    Numbered(KernelEnum in) {
        this(in, "");
    }

    /** @param refusal what a booted kernel does that does not have it, a clause */
    Numbered(KernelEnum in, String refusal) {
        this.in = in;
        this.refusal = refusal;
    }

    void add(int number, Need need) {
        add(number, need, "");
    }

    void add(int number, Need need, String fact) {
        all.add(new One(number, need, fact));
    }

    @Override
    boolean isEmpty() {
        return all.isEmpty();
    }

    @Override
    void check(Kernel kernel, List<Obstacle> into) {
        if (kernel.vmlinux() == null) {
            return;
        }
        Measured measured = refusal.isEmpty() ? null : kernel.measured();
        List<One> open = all;
        if (measured != null) {
            open = new ArrayList<>();
            for (One one : all) {
                Evidence evidence = Evidence.of(measured, one.fact);
                if (evidence == Evidence.REFUSED) {
                    into.add(refused(one.need).missing(Evidence.sentence(measured, refusal)));
                } else if (evidence == Evidence.NONE) {
                    open.add(one);
                }
            }
        }
        if (!open.isEmpty()) {
            checkEnum(kernel, open, into);
        }
    }

    /** Kernels were asked to load, not to attach. */
    private static Need refused(Need need) {
        return need.stage() == Stage.ATTACH ? new Need(need.code(), Stage.LOAD, need.place(), need.wanted()) : need;
    }

    private void checkEnum(Kernel kernel, List<One> open, List<Obstacle> into) {
        KernelEnum.Of known = in.of(kernel);
        for (One one : open) {
            if (known == null) {
                into.add(one.need.undecided(in.absence()));
            } else if (!known.has(one.number)) {
                into.add(one.need.missing(known.extent()));
            }
        }
    }
}
