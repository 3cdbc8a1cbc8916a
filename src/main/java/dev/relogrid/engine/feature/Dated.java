package dev.relogrid.engine.feature;

import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.kernel.Kernel;
import java.util.ArrayList;
import java.util.List;

/** Needs that kernels meet since one version. */
final class Dated extends NeedGroup {
    private final Since since;
    private final List<Need> needs = new ArrayList<>();

    Dated(Since since) {
        this.since = since;
    }

    void add(Need need) {
        needs.add(need);
    }

    @Override
    boolean isEmpty() {
        return needs.isEmpty();
    }

    @Override
    void check(Kernel kernel, List<Obstacle> into) {
        String lack = since.lack(kernel);
        if (lack == null && kernel.vmlinux() == null) {
            return;
        }
        for (Need need : needs) {
            if (lack == null) {
                into.add(need.undecided("neither its types nor its version are known well enough"));
            } else if (!lack.isEmpty()) {
                into.add(need.missing(lack));
            }
        }
    }
}
