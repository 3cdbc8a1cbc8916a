package dev.relogrid.cli;

import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.verdict.FamilyJudge;
import dev.relogrid.engine.verdict.Finding;
import dev.relogrid.engine.verdict.Judge;
import dev.relogrid.engine.verdict.KernelVerdict;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.engine.verdict.Presets;
import dev.relogrid.engine.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One object of a check, and what has been found out about it so far. */
final class CheckedObject {
    private final String name;
    private final ObjectSpecs specs;
    private final Judge judge;
    private final FamilyJudge familyJudge;
    private final List<KernelVerdict> verdicts = new ArrayList<>();
    private final List<KernelVerdict> ofOtherOrder = new ArrayList<>();
    private final List<String> unanswered = new ArrayList<>();
    private final List<BootedCheck> booted = new ArrayList<>();

    /**
     * @param name the path as given on the command line
     * @param presets values of its variables that the loader sets
     */
    CheckedObject(String name, BpfObject object, Presets presets) {
        this.name = name;
        this.specs = ObjectSpecs.of(object);
        this.judge = new Judge(specs, presets);
        this.familyJudge = new FamilyJudge(judge);
    }

    String name() {
        return name;
    }

    BpfObject object() {
        return specs.object();
    }

    ObjectSpecs specs() {
        return specs;
    }

    Judge judge() {
        return judge;
    }

    FamilyJudge familyJudge() {
        return familyJudge;
    }

    void add(KernelVerdict verdict) {
        verdicts.add(verdict);
    }

    /**
     * Sets those kernels aside whose machines have the other byte order, which an object is not meant for: whoever has such
     * machines compiles it for them. Unless there are no others.
     */
    void setOtherOrderAside() {
        List<KernelVerdict> aside = new ArrayList<>();
        for (KernelVerdict verdict : verdicts) {
            for (Finding finding : verdict.findings()) {
                if (finding.obstacle().code() == CauseCode.BYTE_ORDER) {
                    aside.add(verdict);
                }
            }
        }
        if (aside.size() < verdicts.size()) {
            ofOtherOrder.addAll(aside);
            verdicts.removeAll(aside);
        }
    }

    /** Ids of kernels that were set aside. */
    List<String> ofOtherOrder() {
        return ofOtherOrder.stream().map(KernelVerdict::kernel).toList();
    }

    void addUnanswered(String kernel) {
        unanswered.add(kernel);
    }

    /** In the order of the kernels. */
    List<KernelVerdict> verdicts() {
        return verdicts;
    }

    /** Kernels that could not be read. */
    List<String> unanswered() {
        return unanswered;
    }

    void addBooted(BootedCheck check) {
        booted.add(check);
    }

    /** What became of it on kernels that were booted; none when nobody asked. */
    List<BootedCheck> booted() {
        return booted;
    }

    /** The one on that kernel; null when it was not booted. */
    @Nullable
    BootedCheck booted(String kernel) {
        for (BootedCheck check : booted) {
            if (check.cell().kernel().equals(kernel)) {
                return check;
            }
        }
        return null;
    }

    /** How many kernels have each verdict; those with none are left out. */
    Map<Verdict, Integer> counts() {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        verdicts.forEach(verdict -> counts.merge(verdict.verdict(), 1, Integer::sum));
        return counts;
    }
}
