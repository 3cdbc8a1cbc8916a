package dev.relogrid.matrix.run;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.matrix.analysis.LoadProfile;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.matrix.queue.Attempt;
import dev.relogrid.vm.BootListener;
import dev.relogrid.vm.BootObject;
import dev.relogrid.vm.BootOptions;
import dev.relogrid.vm.BootReport;
import dev.relogrid.vm.BootedObject;
import dev.relogrid.vm.Boots;
import dev.relogrid.vm.GuestPrograms;
import dev.relogrid.vm.agreement.Agreement;
import dev.relogrid.vm.agreement.Cell;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Boots kernels for a run, one after the other, and keeps what each said as soon as it is done. */
@Component
final class Booting {
    private static final String NOT_BOOTED = "not_booted";
    private static final int LONGEST_DETAIL = 2000;

    private final RunInput input;
    private final RunLog log;
    private final EvidenceRows evidence;
    private final BootSettings settings;

    Booting(RunInput input, RunLog log, EvidenceRows evidence, BootSettings settings) {
        this.input = input;
        this.log = log;
        this.evidence = evidence;
        this.settings = settings;
    }

    /**
     * Boots until all is known, the run is called off, or the node goes down.
     *
     * @return whether it is over; false when the node goes down
     * @throws dev.relogrid.vm.BootProblem when nothing can be booted here
     * @throws ArchiveProblem when the queries mean nothing, or there is no image of what they mean
     */
    boolean boot(Run run, Attempt attempt) throws IOException {
        StoredObject object = input.object(run);
        LoadProfile profile = input.profile(run);
        Boots boots = Boots.open(GuestPrograms.found(), BootOptions.DEFAULT);
        BootPlan plan = BootPlan.of(
                run.kernels(),
                input.archive(run),
                settings.images(),
                input.objects().parse(object, profile.autoload()));
        if (plan.ready().isEmpty()) {
            throw new ArchiveProblem(plan.whyNothing());
        }
        Set<String> answered = new TreeSet<>(evidence.answered(run));
        int total = plan.ready().size();
        BootObject request =
                new BootObject(object.name(), input.objects().bytes(object), profile.presets(), profile.autoload());
        boolean counts = log.step(run, done(plan, answered), total, events -> leftOut(run, plan, events));
        for (BootPlan.Target target : plan.ready()) {
            if (!counts) {
                return true; // called off, or another attempt has begun
            }
            if (attempt.stopping().getAsBoolean()) {
                return false;
            }
            if (answered.add(target.kernel().id())) {
                BootReport report = boots.run(target.kernel(), List.of(request), BootListener.NONE);
                List<RunEvent.BootedCell> cells = cells(target, request, report);
                counts = log.step(run, done(plan, answered), total, events -> keep(run, cells, events));
            }
        }
        boolean _ = log.done(run, null, total, _ -> {});
        return true;
    }

    private static int done(BootPlan plan, Set<String> answered) {
        return (int) plan.ready().stream()
                .filter(target -> answered.contains(target.kernel().id()))
                .count();
    }

    private static void leftOut(Run run, BootPlan plan, RunEvents events) {
        if (run.attempts() == 1) {
            plan.leftOut()
                    .forEach((kernel, why) ->
                            events.cell(run.id(), new RunEvent.BootedCell(kernel, "", NOT_BOOTED, why, null, null)));
        }
    }

    private void keep(Run run, List<RunEvent.BootedCell> cells, RunEvents events) {
        for (RunEvent.BootedCell cell : cells) {
            evidence.add(run, cell);
            events.cell(run.id(), cell);
        }
    }

    /** What became of each program beside what the engine says of it. */
    private static List<RunEvent.BootedCell> cells(BootPlan.Target target, BootObject request, BootReport report) {
        List<RunEvent.BootedCell> cells = new ArrayList<>();
        String kernel = target.kernel().id();
        BootedObject booted = report.objects().getFirst();
        if (booted.openErrno() != 0) {
            cells.add(new RunEvent.BootedCell(kernel, "", "not_opened", detail(booted.openSaid()), null, null));
        }
        if (booted.fault().isFault()) {
            String end = booted.fault().name().toLowerCase(Locale.ROOT);
            cells.add(new RunEvent.BootedCell(kernel, "", "infra", "the guest ended with " + end, null, null));
        }
        Agreement agreement =
                Agreement.on(target.stored(), Set.copyOf(target.kernel().moduleNames()));
        agreement.add(Bytes.of(request.name(), request.bytes(), ByteOrder.LITTLE_ENDIAN), request.presets(), booted);
        for (Cell cell : agreement.cells()) {
            cells.add(new RunEvent.BootedCell(
                    kernel,
                    cell.program().name(),
                    cell.program().outcome().name().toLowerCase(Locale.ROOT),
                    detail(cell.program().reason()),
                    cell.said().code(),
                    agrees(cell)));
        }
        return cells;
    }

    private static @Nullable Boolean agrees(Cell cell) {
        return switch (cell.outcome()) {
            case TRUE_OK, TRUE_BROKEN -> true;
            case FALSE_OK, FALSE_BROKEN -> false;
            case CONDITIONAL, UNKNOWN, NO_TRIAL -> null;
        };
    }

    /** PostgreSQL's text has no zero bytes; what a guest sends may have anything. */
    private static String detail(String said) {
        String clean = said.replace("\0", "");
        return clean.length() <= LONGEST_DETAIL ? clean : clean.substring(0, LONGEST_DETAIL);
    }
}
