package dev.relogrid.engine.feature;

import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.kernel.Kernel;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls of kernel functions on kernels that have the function and no such calls: libbpf finds it among the types all the
 * same. Where the function is missing, that is reason enough, and told elsewhere.
 */
final class KernelCalls extends NeedGroup {
    private final List<String> functions = new ArrayList<>();
    private final List<Need> needs = new ArrayList<>();

    void add(String function, Need need) {
        functions.add(function);
        needs.add(need);
    }

    @Override
    boolean isEmpty() {
        return needs.isEmpty();
    }

    @Override
    void check(Kernel kernel, List<Obstacle> into) {
        String lack = Since.KERNEL_CALLS.lack(kernel);
        if (lack == null || lack.isEmpty()) {
            return;
        }
        for (int i = 0; i < needs.size(); i++) {
            if (new Sought(BtfKind.FUNC, functions.get(i)).anywhereIn(kernel)) {
                into.add(needs.get(i).missing(lack));
            }
        }
    }
}
