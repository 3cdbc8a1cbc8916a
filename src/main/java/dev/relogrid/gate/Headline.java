package dev.relogrid.gate;

import java.util.List;
import java.util.Locale;

/** The sentence every form of a suite begins with, and its text ends with. */
final class Headline {
    private Headline() {}

    /** {@code 2 kernels broke, 1 fixed, 211 unchanged: 3 objects, 1 fails}; compared with nothing the second half. */
    static String of(Suite suite) {
        String stand = stand(suite);
        String open = open(suite);
        return (suite.isCompared() ? changed(suite) + "; " + stand : stand) + (open.isEmpty() ? "" : "; " + open);
    }

    private static String changed(Suite suite) {
        List<String> parts = Shift.words(suite.shifts());
        return parts.isEmpty() ? "nothing to compare" : String.join(", ", parts);
    }

    private static String stand(Suite suite) {
        if (suite.members().isEmpty()) {
            return "no object was judged";
        }
        if (suite.members().size() == 1) {
            String said = suite.members().getFirst().verdict().headline();
            return said.substring(0, 1).toLowerCase(Locale.ROOT) + said.substring(1, said.length() - 1);
        }
        int all = suite.members().size();
        int failing = 0;
        for (Member member : suite.members()) {
            failing += member.verdict().passes() ? 0 : 1;
        }
        int kernels = suite.kernels().total();
        int bad = suite.kernels().fail();
        String on = kernels + " required " + (kernels == 1 ? "kernel" : "kernels");
        return failing == 0
                ? "all " + all + " objects pass on " + on
                : failing + " of " + all + " objects " + (failing == 1 ? "does" : "do") + " not pass, on " + bad
                        + " of " + on;
    }

    private static String open(Suite suite) {
        int unread = suite.unread().size();
        return unread == 0 || suite.members().isEmpty()
                ? ""
                : unread + (unread == 1 ? " object" : " objects") + " not answered";
    }
}
