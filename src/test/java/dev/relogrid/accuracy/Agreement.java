package dev.relogrid.accuracy;

import dev.relogrid.accuracy.BootedKernel.BootedObject;
import dev.relogrid.accuracy.BootedKernel.Tried;
import dev.relogrid.archive.Archive;
import dev.relogrid.archive.ShippedBtf;
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
import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.fixture.RealObjects;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds the engine's verdicts against those of a booted kernel, program by program. */
final class Agreement {
    private final Kernel kernel;
    private final Map<String, Path> files;
    private final List<Cell> cells = new ArrayList<>();
    private final List<BootedObject> disputedOpenings = new ArrayList<>();
    private int openings;

    /**
     * One program on the kernel.
     *
     * @param said what the engine says, attaching left out as the guest did not attach
     * @param why the engine's reason; empty when there is none
     * @param causes all the engine says is in the way for certain
     */
    record Cell(BootedObject object, Tried tried, Verdict said, String why, Set<CauseCode> causes) {
        Outcome outcome() {
            boolean loaded = tried.end() == BootedEnd.LOADED;
            return switch (said) {
                case OK, GUARDED, CHANGED -> loaded ? Outcome.TRUE_OK : Outcome.FALSE_OK;
                case BROKEN -> loaded ? Outcome.FALSE_BROKEN : Outcome.TRUE_BROKEN;
                case CONDITIONAL -> Outcome.CONDITIONAL;
                case UNKNOWN, NO_BTF -> Outcome.UNKNOWN;
            };
        }

        /** Whether the engine named what the kernel or libbpf stopped at; it may name more. */
        boolean isSameCause() {
            return !Collections.disjoint(causes, tried.end().codes());
        }

        @Override
        public String toString() {
            return "%s %s %s (%s): booted %s%s; said %s: %s"
                    .formatted(
                            object.source(),
                            object.name(),
                            tried.name(),
                            tried.section(),
                            tried.end(),
                            tried.reason().isEmpty() ? "" : " (" + tried.reason() + ")",
                            said.code(),
                            why);
        }
    }

    /** How a verdict compares with what happened. */
    enum Outcome {
        TRUE_OK,
        TRUE_BROKEN,
        FALSE_OK,
        FALSE_BROKEN,
        CONDITIONAL,
        UNKNOWN
    }

    private Agreement(Kernel kernel, Map<String, Path> files) {
        this.kernel = kernel;
        this.files = files;
    }

    /** Judges every program of the booted kernel's objects that are at hand. */
    static Agreement with(BootedKernel booted) throws IOException {
        Archive archive = Archive.open(ShippedBtf.ARCHIVE);
        Agreement agreement = new Agreement(GuestKernel.of(archive.kernel(archive.find(booted.id()))), byHash());
        for (BootedObject object : booted.objects()) {
            agreement.judge(object);
        }
        return agreement;
    }

    private static Map<String, Path> byHash() throws IOException {
        Map<String, Path> files = new HashMap<>();
        for (Path file : RealObjects.all()) {
            files.put(RealObjects.sha256(Files.readAllBytes(file)), file);
        }
        return files;
    }

    List<Cell> cells() {
        return cells;
    }

    /** Objects that were opened or not. */
    int openings() {
        return openings;
    }

    /** Objects of which the engine says that libbpf opens them and it does not, or the reverse. */
    List<BootedObject> disputedOpenings() {
        return disputedOpenings;
    }

    private void judge(BootedObject object) throws IOException {
        Path file = files.get(object.sha256());
        if (file == null) {
            return;
        }
        Bytes bytes = Bytes.of(file.toString(), Files.readAllBytes(file), ByteOrder.LITTLE_ENDIAN);
        BpfObject whole = BpfObject.parse(bytes);
        openings++;
        if ((whole.refusal() == null) != (object.openErrno() == 0)) {
            disputedOpenings.add(object);
        }
        for (Tried tried : object.programs()) {
            judge(object, tried, alone(bytes, whole, tried.name()));
        }
    }

    private static BpfObject alone(Bytes bytes, BpfObject whole, String name) {
        Map<String, Boolean> autoload = new HashMap<>();
        for (Program program : whole.programs()) {
            autoload.put(program.name(), program.name().equals(name));
        }
        return BpfObject.parse(bytes, autoload);
    }

    private void judge(BootedObject object, Tried tried, BpfObject alone) {
        KernelVerdict judged = new Judge(ObjectSpecs.of(alone)).on(kernel).verdict();
        Verdict said = judged.findings().isEmpty() ? judged.verdict() : Verdict.OK;
        String why = judged.findings().isEmpty() ? judged.reason() : "";
        Set<CauseCode> causes = EnumSet.noneOf(CauseCode.class);
        for (Finding finding : judged.findings()) {
            Effect effect = finding.effect();
            if (finding.obstacle().stage() != Stage.ATTACH && effect.verdict().compareTo(said) > 0) {
                said = effect.verdict();
                why = finding.obstacle().code() + " " + Explanations.said(finding.obstacle())
                        + (finding.why().isEmpty() ? "" : "; " + finding.why());
            }
            if (finding.obstacle().stage() != Stage.ATTACH && effect == Effect.BREAKS) {
                causes.add(finding.obstacle().code());
            }
        }
        cells.add(new Cell(object, tried, said, why, causes));
    }
}
