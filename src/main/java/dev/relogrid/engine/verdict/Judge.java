package dev.relogrid.engine.verdict;

import dev.relogrid.engine.core.Effort;
import dev.relogrid.engine.extern.ExternPass;
import dev.relogrid.engine.feature.FeaturePass;
import dev.relogrid.engine.feature.NeedGroup;
import dev.relogrid.engine.feature.Needs;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.finding.Obstacle.Level;
import dev.relogrid.engine.finding.Obstacle.Place;
import dev.relogrid.engine.finding.Stage;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From what a kernel answers to verdicts. What libbpf does with the whole object decides first: a refusal to open it, or
 * the first thing it stops at, breaks every program. What stands in the way of an instruction breaks a program only where
 * the verifier comes to it.
 */
public final class Judge {
    private final ObjectSpecs specs;
    private final BpfObject object;
    private final Needs needs;
    private final ExternPass externs;
    private final WholeObject whole;
    private final List<ProgramJudge> programs = new ArrayList<>();
    private final List<Program> loaded = new ArrayList<>();

    /** A judge of one object that is loaded as it was compiled, for any number of kernels; may be shared by threads. */
    public Judge(ObjectSpecs specs) {
        this(specs, Presets.NONE);
    }

    /** A judge of one object, for any number of kernels; may be shared by threads. */
    public Judge(ObjectSpecs specs, Presets presets) {
        this.specs = specs;
        this.object = specs.object();
        this.needs = Needs.of(object);
        this.externs = new ExternPass(object);
        for (Program program : object.programs()) {
            if (program.autoload() && !program.subprogram()) {
                loaded.add(program);
                programs.add(new ProgramJudge(specs, program, presets));
            }
        }
        this.whole = new WholeObject(object, List.copyOf(loaded));
    }

    /** Whether what is said depends on the kernel at all: the object is opened, and has programs to load. */
    boolean asksKernels() {
        return object.refusal() == null
                && !(loaded.isEmpty() && object.relocations().isEmpty());
    }

    /** All that has to be asked of a kernel, but for its version. */
    List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (RelocationGroup group : RelocationGroup.of(object)) {
            questions.add(new RelocationQuestion(specs, group));
        }
        for (int i = 0; i < externs.size(); i++) {
            int index = i;
            questions.add((kernel, effort) ->
                    new Question.Asked(Answers.ofExterns(List.of(externs.ask(index, kernel))), true));
        }
        for (NeedGroup group : needs.groups()) {
            questions.add(
                    (kernel, effort) -> new Question.Asked(Answers.ofFeatures(FeaturePass.run(group, kernel)), true));
        }
        return questions;
    }

    /** What the kernel's verifier is able to, as far as its version says it; a {@link Question}. */
    Question.Asked versionOf(Kernel kernel, Effort effort) {
        return new Question.Asked(Answers.ofVersion(kernel.version()), true);
    }

    /** Whether the verdict depends on which instructions the verifier comes to. */
    boolean isAboutReach(Answers answers) {
        for (ProgramJudge program : programs) {
            if (program.isAboutReach(answers)) {
                return true;
            }
        }
        return false;
    }

    /** What is said of the object on that kernel, and why. */
    public Judgement on(Kernel kernel) {
        if (asksKernels() && kernel.vmlinux() == null) {
            return new Judgement(withoutTypes(kernel), List.of());
        }
        List<RelocationResult> results = RelocationPass.run(specs, kernel);
        if (!asksKernels()) {
            return new Judgement(said(kernel.id(), Answers.NONE, results), results);
        }
        List<Answers> all = new ArrayList<>();
        all.add(RelocationQuestion.answers(results, kernel));
        for (int i = 0; i < externs.size(); i++) {
            all.add(Answers.ofExterns(List.of(externs.ask(i, kernel))));
        }
        all.add(Answers.ofFeatures(FeaturePass.run(needs, kernel)));
        Answers answers = Answers.all(all);
        if (isAboutReach(answers)) {
            all.add(Answers.ofVersion(kernel.version()));
            answers = Answers.all(all);
        }
        return new Judgement(said(kernel.id(), answers, results), results);
    }

    private KernelVerdict said(String kernel, Answers answers, List<RelocationResult> results) {
        KernelVerdict said = verdict(kernel, answers, null);
        said = said == null ? verdict(kernel, answers, results) : said;
        if (said == null) {
            throw new IllegalStateException("with all numbers known, nothing can be left to ask for");
        }
        return said;
    }

    /** What is said on a kernel whose types are not known. */
    KernelVerdict withoutTypes(Kernel kernel) {
        return whole.same(kernel.id(), Verdict.NO_BTF, Explanations.noTypes(kernel.noBtf()), List.of());
    }

    /**
     * What is said on a kernel with types.
     *
     * @param kernel its id
     * @param exact what became of all relocations, on this very kernel; null to go without numbers that hardly any program
     *     branches on
     * @return null when some program does branch on such a number, and {@code exact} is null
     */
    @Nullable
    KernelVerdict verdict(String kernel, Answers answers, @Nullable List<RelocationResult> exact) {
        Refusal refusal = object.refusal();
        if (refusal != null) {
            String why = "libbpf does not open the object: " + refusal.why();
            Obstacle obstacle = new Obstacle(
                    CauseCode.NOT_OPENED,
                    Level.ERROR,
                    Stage.OPEN,
                    Place.OBJECT,
                    "an object libbpf opens",
                    refusal.why());
            Finding finding = new Finding(obstacle, null, Effect.BREAKS, List.copyOf(loaded), "");
            return whole.same(kernel, Verdict.BROKEN, why, List.of(finding));
        }
        List<Finding> ofAll = whole.findings(answers);
        // what a program would see of an extern that fails is not known, and libbpf never comes to programs then
        Answers ofPrograms = WholeObject.hasFailedExtern(answers) ? Answers.NONE : answers;
        List<ProgramJudge.Said> each = new ArrayList<>(programs.size());
        for (ProgramJudge program : programs) {
            ProgramJudge.Said said = program.judge(ofPrograms, exact);
            if (said == null) {
                return null;
            }
            each.add(said);
        }
        return whole.verdict(kernel, ofAll, each);
    }
}
