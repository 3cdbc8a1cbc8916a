package dev.relogrid.accuracy;
import java.util.*;
final class Try {
    public static void main(String[] a) throws Exception {
        for (String release : BootedKernel.RELEASES) {
            long t = System.nanoTime();
            Agreement g = Agreement.with(BootedKernel.of(release));
            Map<Agreement.Outcome, Integer> n = new EnumMap<>(Agreement.Outcome.class);
            for (var c : g.cells()) n.merge(c.outcome(), 1, Integer::sum);
            System.out.println("== " + release + " " + g.cells().size() + " " + n + " openings " + g.openings() + " disputed " + g.disputedOpenings().size()+" ms "+(System.nanoTime()-t)/1000000);
            g.disputedOpenings().forEach(o -> System.out.println("OPEN " + o.source()+" "+o.name()+" "+o.openErrno()));
            for (var c : g.cells()) if (c.outcome() != Agreement.Outcome.TRUE_OK && c.outcome() != Agreement.Outcome.TRUE_BROKEN) System.out.println(c.outcome() + " " + c);
        }
    }
}
