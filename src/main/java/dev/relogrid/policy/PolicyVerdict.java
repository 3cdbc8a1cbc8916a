package dev.relogrid.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a policy makes of a report.
 *
 * @param kernels all kernels it was held against, in the archive's order
 * @param required how the required ones stand
 * @param watched how the watched ones stand
 * @param failing why required kernels fail, in the report's order: the worst first
 * @param ignored what is there and is accepted
 * @param expired entries that no longer hold; one is enough to fail
 * @param problems sentences: queries that mean no kernel; one is enough to fail, since a slip would require nothing
 * @param notes sentences about what the policy may not have meant
 */
public record PolicyVerdict(
        List<KernelStanding> kernels,
        Tally required,
        Tally watched,
        List<FailingCause> failing,
        List<IgnoredCause> ignored,
        List<Ignore> expired,
        List<String> problems,
        List<String> notes) {
    private static final int MOST_CAUSES = 10;

    /** Whether every required kernel is fine as far as the policy goes, and there is one, and the policy still holds. */
    public boolean passes() {
        return required.fail() == 0 && required.total() > 0 && expired.isEmpty() && problems.isEmpty();
    }

    /** One sentence: {@code Passes on 212 of 214 required kernels, fails on 2.} */
    public String headline() {
        String clause = required.clause("required ");
        return Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + ".";
    }

    /** All there is to say, the headline first, each a sentence. */
    public List<String> sentences() {
        List<String> said = new ArrayList<>();
        said.add(headline());
        failing.stream().limit(MOST_CAUSES).forEach(cause -> said.add(cause.clause() + "."));
        if (failing.size() > MOST_CAUSES) {
            said.add((failing.size() - MOST_CAUSES) + " more causes.");
        }
        said.addAll(policyReasons());
        if (watched.total() > 0) {
            said.add("Of the watched kernels, it " + watched.clause("") + ".");
        }
        ignored.forEach(
                cause -> said.add("Accepted on " + count(cause.kernels().size()) + ": " + cause.clause() + "."));
        switchedOff()
                .forEach((name, kernels) -> said.add("On " + count(kernels.size()) + " the loader has to switch off "
                        + name + ": " + KernelSummary.of(kernels) + "."));
        if (required.aside() > 0) {
            said.add(count(required.aside()) + " of the other byte order " + (required.aside() == 1 ? "is" : "are")
                    + " set aside.");
        }
        notes.forEach(note -> said.add(Character.toUpperCase(note.charAt(0)) + note.substring(1) + "."));
        return List.copyOf(said);
    }

    /** Sentences about what fails in the policy itself. */
    List<String> policyReasons() {
        List<String> said = new ArrayList<>();
        expired.forEach(entry -> said.add("The policy no longer ignores " + entry.subject() + ": its entry ended on "
                + entry.until() + "; mend the cause, prolong the entry, or take it out."));
        problems.forEach(problem -> said.add("The policy cannot be answered: " + problem + "."));
        return said;
    }

    /** Kernels on which a program or map must not be loaded, by its name. */
    private Map<String, List<String>> switchedOff() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (KernelStanding kernel : kernels) {
            if (kernel.role() == Role.REQUIRED) {
                kernel.switchedOff()
                        .forEach(name -> names.computeIfAbsent(name, _ -> new ArrayList<>())
                                .add(kernel.kernel()));
            }
        }
        return names;
    }

    private static String count(int kernels) {
        return kernels + (kernels == 1 ? " kernel" : " kernels");
    }
}
