package dev.relogrid.vm.agreement;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.finding.Stage;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.verdict.Effect;
import dev.relogrid.engine.verdict.Explanations;
import dev.relogrid.engine.verdict.Finding;
import dev.relogrid.engine.verdict.Judge;
import dev.relogrid.engine.verdict.KernelVerdict;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.engine.verdict.Presets;
import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.vm.BootedObject;
import dev.relogrid.vm.BootedProgram;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds the engine's verdicts against what a booted kernel did, program by program, each judged alone as it was tried. */
public final class Agreement {
    private final Kernel kernel;
    private final List<Cell> cells = new ArrayList<>();
    private final List<BootedObject> disputedOpenings = new ArrayList<>();
    private int openings;

    private Agreement(Kernel kernel) {
        this.kernel = kernel;
    }

    /**
     * For one kernel of an archive.
     *
     * @param inserted the modules the guest had, as the kernel spells them
     */
    public static Agreement on(Kernel archived, Set<String> inserted) {
        return new Agreement(GuestKernel.of(archived, inserted));
    }

    /** The kernel's id. */
    public String kernel() {
        return kernel.id();
    }

    public List<Cell> cells() {
        return cells;
    }

    /** Objects that were opened or not. */
    public int openings() {
        return openings;
    }

    /** Objects of which the engine says that libbpf opens them and it does not, or the reverse. */
    public List<BootedObject> disputedOpenings() {
        return disputedOpenings;
    }

    /**
     * Takes what became of one object.
     *
     * @param presets what the guest was told to set before load
     * @throws dev.relogrid.engine.bytes.MalformedInput when the bytes are no object
     */
    public void add(Bytes bytes, Map<String, String> presets, BootedObject booted) {
        BpfObject whole = BpfObject.parse(bytes);
        openings++;
        if ((whole.refusal() == null) != (booted.openErrno() == 0)) {
            disputedOpenings.add(booted);
        }
        for (BootedProgram tried : booted.programs()) {
            BpfObject alone = alone(bytes, whole, tried.name());
            add(booted, tried, alone, Presets.of(alone, presets));
        }
    }

    private static BpfObject alone(Bytes bytes, BpfObject whole, String name) {
        Map<String, Boolean> autoload = new HashMap<>();
        for (Program program : whole.programs()) {
            autoload.put(program.name(), program.name().equals(name));
        }
        return BpfObject.parse(bytes, autoload);
    }

    private void add(BootedObject object, BootedProgram tried, BpfObject alone, Presets presets) {
        KernelVerdict judged =
                new Judge(ObjectSpecs.of(alone), presets).on(kernel).verdict();
        Verdict said = judged.findings().isEmpty() ? judged.verdict() : Verdict.OK;
        String why = judged.findings().isEmpty() ? judged.reason() : "";
        Set<CauseCode> causes = EnumSet.noneOf(CauseCode.class);
        for (Finding finding : judged.findings()) {
            if (finding.obstacle().stage() == Stage.ATTACH) {
                continue;
            }
            Effect effect = finding.effect();
            if (effect.verdict().compareTo(said) > 0) {
                said = effect.verdict();
                why = finding.obstacle().code() + " " + Explanations.said(finding.obstacle())
                        + (finding.why().isEmpty() ? "" : "; " + finding.why());
            }
            if (effect == Effect.BREAKS) {
                causes.add(finding.obstacle().code());
            }
        }
        cells.add(new Cell(kernel.id(), object, tried, Ending.of(tried), said, why, causes));
    }
}
