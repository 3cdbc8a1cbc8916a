package dev.relogrid.gate.render;

import dev.relogrid.gate.Member;
import dev.relogrid.gate.Suite;
import dev.relogrid.gate.Unread;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What keeps a suite from an answer, or from passing, besides what is wrong with its objects. */
final class Trouble {
    private static final int MOST_NAMED = 5;

    private Trouble() {}

    /** What was not answered: objects, and kernels of an object; messages are clauses without the object's name. */
    static List<Unread> unanswered(Suite suite) {
        List<Unread> all = new ArrayList<>(suite.unread());
        for (Member member : suite.members()) {
            List<String> kernels = member.report().unanswered();
            if (!kernels.isEmpty()) {
                all.add(new Unread(member.name(), "kernels_unread", kernels(kernels)));
            }
            boolean nothingAsked = member.verdict().required().total() == 0;
            if (nothingAsked && kernels.isEmpty() && member.verdict().problems().isEmpty()) {
                all.add(new Unread(member.name(), "no_kernels", "no required kernel was judged"));
            }
        }
        return all;
    }

    private static String kernels(List<String> ids) {
        int more = ids.size() - MOST_NAMED;
        return ids.size() + (ids.size() == 1 ? " kernel" : " kernels") + " could not be read: "
                + String.join(", ", ids.subList(0, Math.min(MOST_NAMED, ids.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }

    /** Why the policy itself fails, sentences without a full stop; each once, however many objects it is held against. */
    static List<String> ofPolicy(Suite suite) {
        Set<String> said = new LinkedHashSet<>();
        for (Member member : suite.members()) {
            member.verdict()
                    .expired()
                    .forEach(entry -> said.add("The policy no longer accepts " + entry.subject()
                            + ": its entry ended on " + entry.until()));
            member.verdict().problems().forEach(problem -> said.add("The policy cannot be answered: " + problem));
        }
        return List.copyOf(said);
    }
}
