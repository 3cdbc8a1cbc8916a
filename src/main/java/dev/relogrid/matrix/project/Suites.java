package dev.relogrid.matrix.project;

import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.query.KernelQuery;
import dev.relogrid.gate.Baseline;
import dev.relogrid.gate.Delta;
import dev.relogrid.gate.Member;
import dev.relogrid.gate.Suite;
import dev.relogrid.gate.Unread;
import dev.relogrid.matrix.analysis.Analyses;
import dev.relogrid.matrix.analysis.Analysis;
import dev.relogrid.matrix.analysis.EngineVersion;
import dev.relogrid.matrix.kernel.KernelArchive;
import dev.relogrid.matrix.kernel.Snapshot;
import dev.relogrid.matrix.project.Verdicts.InForce;
import dev.relogrid.policy.KernelStanding;
import dev.relogrid.policy.PolicyVerdict;
import dev.relogrid.policy.Role;
import dev.relogrid.report.Provenance;
import dev.relogrid.report.Report;
import dev.relogrid.report.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What refs have as suites: what command line and service say of the same objects is then the same. */
@Service
public class Suites {
    private final Analyses analyses;
    private final Verdicts verdicts;
    private final KernelArchive archive;

    Suites(Analyses analyses, Verdicts verdicts, KernelArchive archive) {
        this.analyses = analyses;
        this.verdicts = verdicts;
        this.archive = archive;
    }

    /** An object's answer, and the path a ref has it under. */
    public record Answered(String path, Analysis analysis) {}

    /**
     * What a ref has.
     *
     * @param label what the ref is called in sentences
     * @param unread objects that will have no answer
     */
    public record Release(String label, List<Answered> answered, List<Unread> unread) {}

    /**
     * What is asked of objects.
     *
     * @param name the suite's
     * @param label what the policy is called in sentences; empty where nothing is asked that is not always asked
     */
    public record Question(String name, String label, InForce policy) {}

    /** What a suite of the archive and the engine as they are now depends on besides. */
    public Provenance provenance() {
        Snapshot now = archive.current().snapshot();
        return new Provenance(EngineVersion.text(), now.digest(), now.takenAt().toString());
    }

    /**
     * Makes sure that a query means something.
     *
     * @throws dev.relogrid.archive.ArchiveProblem when it means no kernel, with what would do instead
     */
    public void check(KernelQuery query) {
        query.select(archive.current().archive().entries());
    }

    /**
     * Objects together, each called by its path, on the kernels the policy speaks of.
     *
     * @param before what it is compared with, by path; one whose path changed is looked for by the end of it. Null for
     *     nothing
     */
    public Suite suite(Question question, Release now, @Nullable Release before) {
        InForce policy = question.policy();
        Release known = before == null ? now : comparable(now, before);
        List<Member> members = members(policy, known.answered());
        List<String> names = new ArrayList<>(members.stream().map(Member::name).toList());
        known.unread().forEach(unread -> names.add(unread.name()));
        Baseline baseline = before == null
                ? null
                : Baseline.of(before.label(), members(policy, before.answered()))
                        .renamed(names);
        return new Suite(
                question.name(),
                members.stream().map(member -> compared(member, baseline)).toList(),
                known.unread(),
                question.label(),
                baseline == null ? "" : baseline.label(),
                baseline == null ? List.of() : baseline.removed(names),
                provenance());
    }

    /** An object that could not be judged before is not compared, instead of everything about it being new. */
    private static Release comparable(Release now, Release before) {
        Set<String> lost = new HashSet<>();
        before.unread().forEach(unread -> lost.add(unread.name()));
        List<Answered> answered = new ArrayList<>();
        List<Unread> unread = new ArrayList<>(now.unread());
        for (Answered each : now.answered()) {
            if (lost.contains(each.path())) {
                unread.add(new Unread(
                        each.path(),
                        "no_baseline",
                        "cannot be compared, because it could not be judged at " + before.label()));
            } else {
                answered.add(each);
            }
        }
        return new Release(now.label(), answered, unread);
    }

    private List<Member> members(InForce policy, List<Answered> answered) {
        List<Analysis> all = answered.stream().map(Answered::analysis).toList();
        Map<Long, Report> reports = analyses.reports(all);
        Map<Long, PolicyVerdict> made = verdicts.verdicts(policy, all);
        List<Member> members = new ArrayList<>();
        for (Answered each : answered) {
            long id = each.analysis().id();
            Report report = called(each.path(), Objects.requireNonNull(reports.get(id), "a row that was read"));
            members.add(spokenOf(policy, report, Objects.requireNonNull(made.get(id), "was asked for")));
        }
        return members;
    }

    /** Without kernels the policy does not speak of, as the command line does it; all where it speaks of none. */
    private Member spokenOf(InForce policy, Report report, PolicyVerdict verdict) {
        Set<String> meant = new HashSet<>();
        for (KernelStanding kernel : verdict.kernels()) {
            if (kernel.role() != Role.OTHER) {
                meant.add(kernel.kernel());
            }
        }
        if (meant.isEmpty() || meant.size() == verdict.kernels().size()) {
            return new Member(report, verdict, null);
        }
        List<CatalogEntry> entries = archive.current().archive().entries().stream()
                .filter(entry -> meant.contains(entry.id().toString()))
                .toList();
        Report part = report.on(meant::contains);
        return new Member(part, policy.policy().apply(part, entries, policy.today()), null);
    }

    private static Member compared(Member member, @Nullable Baseline before) {
        if (before == null) {
            return member;
        }
        Delta delta = Delta.of(before.object(member.name()), member.report(), member.verdict());
        return new Member(member.report(), member.verdict(), delta);
    }

    /** An object has one answer, whatever it was called when it was uploaded. */
    private static Report called(String path, Report report) {
        Subject was = report.subject();
        return new Report(
                new Subject(path, was.sha256(), was.programs(), was.relocations(), was.warnings()),
                report.kernels(),
                report.classOf(),
                report.classes(),
                report.causes(),
                report.otherByteOrder(),
                report.unanswered());
    }
}
