package dev.relogrid.report;

import dev.relogrid.engine.verdict.FamilyJudge;
import dev.relogrid.engine.verdict.Judge;
import dev.relogrid.engine.verdict.KernelVerdict;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.engine.verdict.Presets;
import java.util.ArrayList;
import java.util.List;

/** One object that is being judged, and what kernels have said so far. */
public final class Judged {
    private final Subject subject;
    private final ObjectSpecs specs;
    private final Judge judge;
    private final FamilyJudge familyJudge;
    private final List<KernelVerdict> verdicts = new ArrayList<>();
    private final List<String> unanswered = new ArrayList<>();

    /**
     * @param subject of the same object
     * @param presets values of its variables that the loader sets
     */
    public Judged(Subject subject, ObjectSpecs specs, Presets presets) {
        this.subject = subject;
        this.specs = specs;
        this.judge = new Judge(specs, presets);
        this.familyJudge = new FamilyJudge(judge);
    }

    public Subject subject() {
        return subject;
    }

    public ObjectSpecs specs() {
        return specs;
    }

    Judge judge() {
        return judge;
    }

    FamilyJudge familyJudge() {
        return familyJudge;
    }

    /** Takes what was said on one more kernel. */
    public void add(KernelVerdict verdict) {
        verdicts.add(verdict);
    }

    void addUnanswered(String kernel) {
        unanswered.add(kernel);
    }

    /** In the order of the kernels. */
    List<KernelVerdict> verdicts() {
        return verdicts;
    }

    /** Ids of kernels that could not be read. */
    List<String> unanswered() {
        return unanswered;
    }
}
