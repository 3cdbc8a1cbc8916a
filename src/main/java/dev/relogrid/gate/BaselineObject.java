package dev.relogrid.gate;

import dev.relogrid.engine.verdict.Effect;
import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.gate.Baseline.Before;
import dev.relogrid.gate.Baseline.Cell;
import dev.relogrid.gate.BaselineJson.Shared;
import dev.relogrid.policy.Standing;
import dev.relogrid.report.CauseKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One object of a report, field by field in whatever order. Where the report does not say what kernels count as, because
 * it was written before reports did, that is derived from their verdicts.
 */
final class BaselineObject {
    private final JsonIn in;
    private final Verdict failOn;
    private final Shared shared;
    private final Set<String> programs = new HashSet<>();
    private final Map<String, Cell> told = new HashMap<>();
    private final Map<String, Cell> derived = new HashMap<>();
    private final Map<String, Set<String>> causes = new HashMap<>();
    private @Nullable String name;
    private boolean judged;
    private boolean tells;

    BaselineObject(JsonIn in, Verdict failOn, Shared shared) {
        this.in = in;
        this.failOn = failOn;
        this.shared = shared;
    }

    void field(String field) {
        switch (field) {
            case "object" -> name = in.text("an object's name");
            case "programs" -> in.array("an array of programs", this::program);
            case "kernels" -> {
                in.array("an array of kernels", this::kernel);
                judged = true;
            }
            case "notJudged" -> in.array("an array of kernels", this::notJudged);
            case "otherByteOrder" ->
                in.texts("kernels")
                        .forEach(kernel -> derived.put(shared.name(kernel), new Cell(Standing.ASIDE, Set.of())));
            case "unanswered" ->
                in.texts("kernels")
                        .forEach(kernel -> derived.put(
                                shared.name(kernel), new Cell(Standing.of(Verdict.UNKNOWN, failOn), Set.of())));
            case "causes" -> in.array("an array of causes", this::cause);
            case "required" -> {
                tells = true;
                in.skip();
            }
            default -> in.skip();
        }
    }

    /** @throws BadBaseline when it has none */
    String name() {
        if (name == null) {
            throw in.missing("'object', the name of an object");
        }
        return name;
    }

    /** @throws BadBaseline when kernels are missing */
    Before before() {
        if (!judged) {
            throw in.missing("'kernels'");
        }
        return new Before(programs, tells ? told : derived, causes);
    }

    private void program() {
        in.object("a program", field -> {
            if (field.equals("program")) {
                programs.add(shared.name(in.text("a program's name")));
            } else {
                in.skip();
            }
        });
    }

    private void kernel() {
        Kernel kernel = new Kernel();
        in.object("a kernel", kernel::field);
        if (kernel.id == null || kernel.verdict == null) {
            throw in.missing("a kernel with 'kernel' and 'verdict'");
        }
        derived.put(kernel.id, new Cell(Standing.of(kernel.verdict, failOn), shared.set(kernel.derived())));
        if (kernel.standing != null) {
            told.put(kernel.id, new Cell(kernel.standing, shared.set(kernel.failing)));
        }
    }

    private void notJudged() {
        Kernel kernel = new Kernel();
        in.object("a kernel", kernel::field);
        if (kernel.id == null || kernel.standing == null) {
            throw in.missing("a kernel with 'kernel' and 'standing'");
        }
        told.put(kernel.id, new Cell(kernel.standing, Set.of()));
    }

    private void cause() {
        Cause cause = new Cause();
        in.object("a cause", cause::field);
        if (cause.kernels == null) {
            throw in.missing("a cause with 'kernels'");
        }
        if (cause.effect.equals(Effect.GUARDED.word())) {
            return;
        }
        for (String fingerprint : cause.fingerprints()) {
            Set<String> kernels = causes.computeIfAbsent(fingerprint, _ -> new HashSet<>());
            cause.kernels.forEach(kernel -> kernels.add(shared.name(kernel)));
        }
    }

    /** One kernel. */
    private final class Kernel {
        private @Nullable String id;
        private @Nullable Verdict verdict;
        private @Nullable Standing standing;
        private final Set<String> failing = new HashSet<>();
        private final Map<String, Verdict> verdicts = new HashMap<>();

        void field(String field) {
            switch (field) {
                case "kernel" -> id = shared.name(in.text("a kernel's id"));
                case "verdict" -> verdict = in.word(Verdict.class);
                case "standing" -> standing = in.word(Standing.class);
                case "failingPrograms" -> failing.addAll(in.texts("names of programs"));
                case "programs" -> in.array("an array of programs", this::program);
                default -> in.skip();
            }
        }

        private void program() {
            String[] name = {""};
            Verdict[] said = {Verdict.UNKNOWN};
            in.object("a program", field -> {
                switch (field) {
                    case "program" -> name[0] = shared.name(in.text("a program's name"));
                    case "verdict" -> said[0] = in.word(Verdict.class);
                    default -> in.skip();
                }
            });
            programs.add(name[0]);
            verdicts.put(name[0], said[0]);
        }

        /** Where all fail it may be the object as a whole. */
        Set<String> derived() {
            Set<String> failing = new HashSet<>();
            if (verdict == null || Standing.of(verdict, failOn) != Standing.FAIL) {
                return failing;
            }
            verdicts.forEach((program, said) -> {
                if (Standing.of(said, failOn) == Standing.FAIL) {
                    failing.add(program);
                }
            });
            if (failing.size() == verdicts.size()) {
                failing.add(Baseline.WHOLE_OBJECT);
            }
            return failing;
        }
    }

    /** One cause. */
    private final class Cause {
        private @Nullable List<String> kernels;
        private @Nullable String fingerprint;
        private @Nullable String function;
        private @Nullable String kind;
        private String code = "";
        private String effect = "";
        private String wanted = "";
        private final List<String> of = new ArrayList<>();

        void field(String field) {
            switch (field) {
                case "fingerprint" -> fingerprint = in.text("a fingerprint");
                case "effect" -> effect = in.text("an effect");
                case "code" -> code = in.text("a code");
                case "wanted" -> wanted = in.text("what is wanted");
                case "function" -> function = in.text("a function");
                case "kind" -> kind = in.text("a kind");
                case "programs" -> of.addAll(in.texts("names of programs"));
                case "kernels" -> kernels = in.texts("ids of kernels");
                default -> in.skip();
            }
        }

        /** What it is known by; two where the report does not say whether it is about the object as a whole. */
        Set<String> fingerprints() {
            if (fingerprint != null) {
                return Set.of(fingerprint);
            }
            String asks = kind == null ? code : kind;
            if (function != null) {
                return Set.of(new CauseKey(function, wanted, asks).fingerprint());
            }
            of.sort(null);
            Set<String> both = new HashSet<>();
            both.add(new CauseKey(String.join(",", of), wanted, asks).fingerprint());
            both.add(new CauseKey("", wanted, asks).fingerprint());
            return both;
        }
    }
}
