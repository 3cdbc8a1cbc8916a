package dev.relogrid.engine.feature;

import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.kernel.Kernel;
import java.util.ArrayList;
import java.util.List;

/** Needs that have a number in one of the kernel's enums. */
final class Numbered extends NeedGroup {
    private final KernelEnum in;
    private final List<Need> needs = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();

    Numbered(KernelEnum in) {
        this.in = in;
    }

    void add(int number, Need need) {
        needs.add(need);
        numbers.add(number);
    }

    @Override
    boolean isEmpty() {
        return needs.isEmpty();
    }

    @Override
    void check(Kernel kernel, List<Obstacle> into) {
        if (kernel.vmlinux() == null) {
            return;
        }
        KernelEnum.Of known = in.of(kernel);
        for (int i = 0; i < needs.size(); i++) {
            if (known == null) {
                into.add(needs.get(i).undecided(in.absence()));
            } else if (!known.has(numbers.get(i))) {
                into.add(needs.get(i).missing(known.extent()));
            }
        }
    }
}
