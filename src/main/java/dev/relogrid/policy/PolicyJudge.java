package dev.relogrid.policy;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.query.KernelQuery;
import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.report.CauseCard;
import dev.relogrid.report.Report;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Holds a report against a policy, class by class; kernels with the same answer share the work. */
final class PolicyJudge {
    private final Policy policy;
    private final Report report;
    private final LocalDate today;
    private final List<ClassReading> readings = new ArrayList<>();
    private final Map<String, Integer> classOf = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    PolicyJudge(Policy policy, Report report, LocalDate today) {
        this.policy = policy;
        this.report = report;
        this.today = today;
    }

    /** @param files ids of kernels that somebody named himself, which no query speaks of */
    PolicyVerdict judge(List<CatalogEntry> kernels, List<String> files) {
        report.classes().forEach(answer -> readings.add(new ClassReader(policy, report, answer, today).read()));
        for (int i = 0; i < report.kernels().size(); i++) {
            classOf.put(report.kernels().get(i), report.classOf()[i]);
        }
        Set<String> required = meant("required", policy.required(), kernels);
        Set<String> watched = meant("watch", policy.watch(), kernels);
        Set<String> aside = new HashSet<>(report.otherByteOrder());
        List<KernelStanding> standings = new ArrayList<>();
        for (String file : files) {
            standings.add(aside.contains(file) ? aside(file, Role.REQUIRED) : standing(file, Role.REQUIRED));
        }
        for (CatalogEntry kernel : kernels) {
            String id = kernel.id().toString();
            boolean must = policy.required().isEmpty() ? !watched.contains(id) : required.contains(id);
            Role role = must ? Role.REQUIRED : watched.contains(id) ? Role.WATCHED : Role.OTHER;
            standings.add(aside.contains(id) ? aside(id, role) : standing(id, role));
        }
        return new PolicyVerdict(
                List.copyOf(standings),
                Tally.of(standings, Role.REQUIRED),
                Tally.of(standings, Role.WATCHED),
                failing(standings),
                ignored(standings),
                policy.ignores().stream().filter(each -> each.isExpired(today)).toList(),
                List.copyOf(problems),
                notes());
    }

    private Set<String> meant(String key, List<KernelQuery> queries, List<CatalogEntry> kernels) {
        Set<String> ids = new HashSet<>();
        for (KernelQuery query : queries) {
            try {
                query.select(kernels).forEach(kernel -> ids.add(kernel.id().toString()));
            } catch (ArchiveProblem e) {
                problems.add("under '" + key + "': " + e.getMessage());
            }
        }
        return ids;
    }

    private static KernelStanding aside(String id, Role role) {
        return new KernelStanding(id, role, Verdict.UNKNOWN, Verdict.UNKNOWN, Standing.ASIDE, List.of(), List.of());
    }

    /** A kernel nobody asked, or that could not be read, is unknown. */
    private KernelStanding standing(String id, Role role) {
        Integer answer = classOf.get(id);
        if (answer == null) {
            Standing standing = Standing.of(Verdict.UNKNOWN, policy.failOn());
            return new KernelStanding(id, role, Verdict.UNKNOWN, Verdict.UNKNOWN, standing, List.of(), List.of());
        }
        ClassReading reading = readings.get(answer);
        return new KernelStanding(
                id,
                role,
                report.classes().get(answer).verdict(),
                reading.effective(),
                reading.standing(policy.failOn()),
                reading.ignored(),
                reading.switchedOff());
    }

    /** By cause, in the report's order; what comes from no cause by its reason, after them. */
    private List<FailingCause> failing(List<KernelStanding> standings) {
        Map<Integer, List<String>> byCause = new TreeMap<>();
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (KernelStanding kernel : standings) {
            if (kernel.role() != Role.REQUIRED || kernel.standing() != Standing.FAIL) {
                continue;
            }
            Integer answer = classOf.get(kernel.kernel());
            List<Integer> causes = answer == null
                    ? List.of()
                    : readings.get(answer).counting().stream()
                            .filter(this::failsItself)
                            .toList();
            causes.forEach(cause ->
                    byCause.computeIfAbsent(cause, _ -> new ArrayList<>()).add(kernel.kernel()));
            if (causes.isEmpty()) {
                byReason.computeIfAbsent(reason(answer), _ -> new ArrayList<>()).add(kernel.kernel());
            }
        }
        List<FailingCause> failing = new ArrayList<>();
        byCause.forEach((cause, ids) -> failing.add(new FailingCause(
                cause,
                report.causes().get(cause).code(),
                report.causes().get(cause).wanted(),
                List.copyOf(ids))));
        byReason.forEach((reason, ids) -> failing.add(new FailingCause(-1, null, reason, List.copyOf(ids))));
        return List.copyOf(failing);
    }

    private boolean failsItself(int cause) {
        return report.causes().get(cause).effect().verdict().compareTo(policy.failOn()) >= 0;
    }

    private String reason(@Nullable Integer answer) {
        if (answer == null) {
            return "not judged";
        }
        String reason = report.classes().get(answer).reason();
        return reason.isEmpty() ? report.classes().get(answer).verdict().word() : reason;
    }

    private List<IgnoredCause> ignored(List<KernelStanding> standings) {
        Map<Integer, List<String>> byCause = new TreeMap<>();
        for (KernelStanding kernel : standings) {
            kernel.ignored()
                    .forEach(cause -> byCause.computeIfAbsent(cause, _ -> new ArrayList<>())
                            .add(kernel.kernel()));
        }
        List<IgnoredCause> ignored = new ArrayList<>();
        byCause.forEach((cause, ids) -> ignored.add(ignored(cause, ids)));
        return List.copyOf(ignored);
    }

    /** @param cause index of one that an entry accepts */
    private IgnoredCause ignored(int cause, List<String> kernels) {
        CauseCard card = report.causes().get(cause);
        Ignore by = policy.ignores().stream()
                .filter(each -> !each.isExpired(today) && each.fits(card))
                .findFirst()
                .orElseThrow();
        return new IgnoredCause(cause, card.code(), card.wanted(), by, List.copyOf(kernels));
    }

    /** Alternatives that are not loaded by default are not judged either. */
    private List<String> notes() {
        Set<String> programs = new HashSet<>();
        report.subject().programs().forEach(program -> programs.add(program.name()));
        List<String> notes = new ArrayList<>();
        for (Alternatives group : policy.alternatives()) {
            boolean ours = group.names().stream().anyMatch(programs::contains);
            for (String name : group.names()) {
                if (group.kind() == Alternatives.Kind.PROGRAMS && ours && !programs.contains(name)) {
                    notes.add("the alternative " + name
                            + " is no program that is loaded by default; where the object has "
                            + "it, 'autoload' switches it on so that it is judged");
                }
            }
        }
        return List.copyOf(notes);
    }
}
