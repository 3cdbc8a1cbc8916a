package dev.relogrid.engine.feature;

import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.Measured;
import java.util.ArrayList;
import java.util.List;

/** Needs that kernels meet since one version, but for those that were booted and said whether they do. */
final class Dated extends NeedGroup {
    private final Since since;
    private final List<Need> needs = new ArrayList<>();

    /** What to ask a booted kernel for each of them. */
    private final List<Fact> facts = new ArrayList<>();

    /**
     * What to ask a booted kernel.
     *
     * @param name empty when there is nothing to ask
     * @param refusal what a kernel does that does not have it, a clause; empty where a refusal may have other reasons
     */
    record Fact(String name, String refusal) {
        static final Fact NONE = new Fact("", "");
    }

    Dated(Since since) {
        this.since = since;
    }

    void add(Need need, Fact fact) {
        needs.add(need);
        facts.add(fact);
    }

    @Override
    boolean isEmpty() {
        return needs.isEmpty();
    }

    @Override
    void check(Kernel kernel, List<Obstacle> into) {
        Measured measured = isAnyAsked() ? Evidence.of(kernel) : null;
        if (measured == null) {
            check(since, kernel, needs, into);
            return;
        }
        List<Need> open = new ArrayList<>();
        for (int i = 0; i < needs.size(); i++) {
            Fact fact = facts.get(i);
            Evidence evidence = Evidence.of(measured, fact.name);
            if (evidence == Evidence.REFUSED && !fact.refusal.isEmpty()) {
                into.add(needs.get(i).missing(Evidence.sentence(measured, fact.refusal)));
            } else if (evidence != Evidence.TAKEN) {
                open.add(needs.get(i));
            }
        }
        if (!open.isEmpty()) {
            check(since, kernel, open, into);
        }
    }

    private boolean isAnyAsked() {
        for (Fact fact : facts) {
            if (!fact.name.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** By types and version alone. */
    static void check(Since since, Kernel kernel, List<Need> needs, List<Obstacle> into) {
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
