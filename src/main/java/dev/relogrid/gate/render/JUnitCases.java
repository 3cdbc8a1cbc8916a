package dev.relogrid.gate.render;

import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.gate.Delta;
import dev.relogrid.gate.Member;
import dev.relogrid.gate.Shift;
import dev.relogrid.gate.render.JUnitCase.Kind;
import dev.relogrid.policy.FailingCause;
import dev.relogrid.policy.IgnoredCause;
import dev.relogrid.policy.KernelStanding;
import dev.relogrid.policy.Role;
import dev.relogrid.policy.Standing;
import dev.relogrid.report.AnswerClass;
import dev.relogrid.report.AnswerClass.Found;
import dev.relogrid.report.AnswerClass.ProgramAnswer;
import dev.relogrid.report.Sighting;
import dev.relogrid.report.Subject.ProgramName;
import dev.relogrid.report.render.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of a member's programs on families of kernels. Fails what makes the member fail and nothing else: what is
 * known from before, only watched, or accepted is said and passed over.
 */
final class JUnitCases {
    /** Stands for the object as a whole among indexes of programs. */
    private static final int WHOLE_OBJECT = -1;

    private final Member member;
    private final List<Sighting> seen;
    private final Sentence sentence;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, List<FailingCause>> failing = new HashMap<>();

    JUnitCases(Member member) {
        this.member = member;
        this.seen = member.report().seen();
        this.sentence = new Sentence(member.report());
        for (int i = 0; i < member.report().kernels().size(); i++) {
            places.put(member.report().kernels().get(i), i);
        }
        for (FailingCause cause : member.verdict().failing()) {
            cause.kernels()
                    .forEach(kernel -> failing.computeIfAbsent(kernel, _ -> new ArrayList<>())
                            .add(cause));
        }
    }

    /** What is said of a program on one kernel. */
    private record Told(Kind kind, String reason, List<Integer> causes) {
        static final Told PASS = new Told(Kind.PASS, "", List.of());
    }

    /** One for each program; one for the object where it has none. */
    List<JUnitCase> on(List<KernelStanding> family) {
        List<ProgramName> programs = member.report().subject().programs();
        List<JUnitCase> cases = new ArrayList<>();
        for (int i = programs.isEmpty() ? WHOLE_OBJECT : 0; i < programs.size(); i++) {
            cases.add(one(i, family));
        }
        return cases;
    }

    private JUnitCase one(int program, List<KernelStanding> family) {
        Told worst = Told.PASS;
        List<String> kernels = new ArrayList<>();
        Set<Integer> causes = new HashSet<>();
        for (KernelStanding kernel : family) {
            Told told = told(program, kernel);
            if (told.kind.compareTo(worst.kind) > 0) {
                worst = told;
                kernels.clear();
                causes.clear();
            }
            if (told.kind == worst.kind) {
                kernels.add(kernel.kernel());
                causes.addAll(told.causes);
            }
        }
        List<Sighting> sorted = causes.stream().sorted().map(seen::get).toList();
        String name = program == WHOLE_OBJECT
                ? ""
                : member.report().subject().programs().get(program).name();
        return new JUnitCase(member, name, worst.kind, message(worst, sorted), sorted, kernels, family.size());
    }

    private Told told(int program, KernelStanding kernel) {
        Integer place = places.get(kernel.kernel());
        AnswerClass answer = place == null ? null : member.report().answer(place);
        if (kernel.standing() == Standing.FAIL) {
            List<Integer> causes = new ArrayList<>();
            if (fails(program, kernel, answer, causes)) {
                return failed(kernel, answer, causes);
            }
        }
        if (answer == null) {
            return new Told(Kind.UNKNOWN, "the kernel could not be read", List.of());
        }
        return milder(program, kernel, answer);
    }

    /** @param causes takes those that are to blame; stays empty where the failure comes from none */
    private boolean fails(int program, KernelStanding kernel, @Nullable AnswerClass answer, List<Integer> causes) {
        if (answer == null) {
            return true;
        }
        boolean worst = said(program, answer).verdict() == kernel.verdict();
        if (kernel.role() == Role.REQUIRED) {
            boolean fails = false;
            for (FailingCause cause : failing.getOrDefault(kernel.kernel(), List.of())) {
                if (cause.cause() < 0) {
                    fails |= worst;
                } else if (isAbout(cause.cause(), program, answer)) {
                    causes.add(cause.cause());
                    fails = true;
                }
            }
            return fails;
        }
        for (Found found : answer.found()) {
            boolean counts = !kernel.ignored().contains(found.cause())
                    && seen.get(found.cause()).card().effect().verdict() == kernel.verdict();
            if (counts && isAbout(found.cause(), program, answer)) {
                causes.add(found.cause());
            }
        }
        return !causes.isEmpty() || worst;
    }

    private Told failed(KernelStanding kernel, @Nullable AnswerClass answer, List<Integer> causes) {
        String reason = answer == null ? "the kernel could not be read" : reason(answer.verdict(), answer.reason());
        if (kernel.role() == Role.WATCHED) {
            return new Told(Kind.WATCHED, reason, causes);
        }
        Delta delta = member.delta();
        if (delta == null) {
            return new Told(Kind.FAILURE, reason, causes);
        }
        Shift shift = delta.kernels().getOrDefault(kernel.kernel(), Shift.SAME);
        if (shift == Shift.NOT_COMPARED) {
            return new Told(Kind.NOT_COMPARED, reason, causes);
        }
        boolean anyNew = failing.getOrDefault(kernel.kernel(), List.of()).stream()
                .anyMatch(cause -> delta.newCauses().contains(cause.cause()));
        List<Integer> fresh =
                causes.stream().filter(delta.newCauses()::contains).toList();
        boolean broke = shift == Shift.BROKE && (!anyNew || causes.isEmpty() || !fresh.isEmpty());
        return new Told(broke ? Kind.FAILURE : Kind.KNOWN, reason, broke && anyNew ? fresh : causes);
    }

    private Told milder(int program, KernelStanding kernel, AnswerClass answer) {
        List<Integer> accepted = kernel.ignored().stream()
                .filter(cause -> isAbout(cause, program, answer))
                .toList();
        if (!accepted.isEmpty()) {
            return new Told(Kind.ACCEPTED, "", accepted);
        }
        ProgramAnswer said = said(program, answer);
        String name = program == WHOLE_OBJECT
                ? ""
                : member.report().subject().programs().get(program).name();
        if (said.verdict() == Verdict.BROKEN && kernel.switchedOff().contains(name)) {
            return new Told(
                    Kind.ACCEPTED, "the loader has to switch it off here, an alternative does better", List.of());
        }
        return switch (said.verdict()) {
            case UNKNOWN -> new Told(Kind.UNKNOWN, reason(said.verdict(), said.reason()), List.of());
            case NO_BTF -> new Told(Kind.NO_BTF, reason(said.verdict(), said.reason()), List.of());
            case OK, GUARDED, CHANGED, CONDITIONAL, BROKEN -> Told.PASS;
        };
    }

    private boolean isAbout(int cause, int program, AnswerClass answer) {
        if (program == WHOLE_OBJECT || seen.get(cause).card().wholeObject()) {
            return true;
        }
        for (Found found : answer.found()) {
            if (found.cause() == cause) {
                return found.programs().isEmpty() || found.programs().contains(program);
            }
        }
        return false;
    }

    private static ProgramAnswer said(int program, AnswerClass answer) {
        return program == WHOLE_OBJECT
                ? new ProgramAnswer(answer.verdict(), answer.reason())
                : answer.programs().get(program);
    }

    private static String reason(Verdict verdict, String reason) {
        return reason.isEmpty() ? verdict.word() : reason;
    }

    private String message(Told told, List<Sighting> causes) {
        if (causes.isEmpty()) {
            return told.kind.prefix() + told.reason;
        }
        Sighting first = causes.getFirst();
        String more = causes.size() == 1 ? "" : "; and " + (causes.size() - 1) + " more";
        return told.kind.prefix() + acceptance(told.kind, first) + sentence.of(first) + more;
    }

    private String acceptance(Kind kind, Sighting cause) {
        for (IgnoredCause ignored : member.verdict().ignored()) {
            if (kind == Kind.ACCEPTED && ignored.cause() == cause.cause()) {
                return "accepted until " + ignored.by().until() + " ("
                        + ignored.by().reason() + "): ";
            }
        }
        return "";
    }
}
