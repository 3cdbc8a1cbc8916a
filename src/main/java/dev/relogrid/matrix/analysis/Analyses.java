package dev.relogrid.matrix.analysis;

import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.engine.verdict.Presets;
import dev.relogrid.matrix.kernel.ArchiveState;
import dev.relogrid.matrix.object.Objects;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.report.Report;
import dev.relogrid.report.Reports;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Answers, each found once: an object on a snapshot by an engine under a profile has one analysis for ever, whoever asks
 * and however many at once.
 */
@Service
public class Analyses {
    private final Objects objects;
    private final Grid grid;
    private final MeterRegistry meters;

    public Analyses(Objects objects, Grid grid, MeterRegistry meters) {
        this.objects = objects;
        this.grid = grid;
        this.meters = meters;
    }

    /** The answer of this very engine on that state of the archive; empty when nobody asked yet. */
    public Optional<Analysis> find(StoredObject object, ArchiveState archive, LoadProfile profile) {
        return find(List.of(object.id()), archive, profile).stream().findFirst();
    }

    /** The same for many, by their rows; those nobody asked about are missing. */
    public List<Analysis> find(Collection<Long> objects, ArchiveState archive, LoadProfile profile) {
        return grid.find(objects, archive.snapshot().id(), EngineVersion.text(), profile.id());
    }

    /** The answers of any engine on some snapshot, each the newest of them; those there are. */
    public List<Analysis> on(Collection<Long> objects, long snapshotId, LoadProfile profile) {
        return grid.on(objects, snapshotId, profile.id());
    }

    /** The answer of any engine on some snapshot, the newest of them; empty when there is none. */
    public Optional<Analysis> on(StoredObject object, long snapshotId, LoadProfile profile) {
        return on(List.of(object.id()), snapshotId, profile).stream().findFirst();
    }

    /** The newest answers of all; those nobody ever asked about are missing. */
    public List<Analysis> latest(Collection<Long> objects, LoadProfile profile) {
        return grid.latest(objects, profile.id());
    }

    /** The newest answer of all; empty when nobody ever asked. */
    public Optional<Analysis> latest(StoredObject object, LoadProfile profile) {
        return latest(List.of(object.id()), profile).stream().findFirst();
    }

    /** By its row, which must be there. */
    public Analysis get(long id) {
        return grid.get(id);
    }

    /**
     * Finds the answer and keeps it, or gives the one that is there. Of several who find it at once the first one's is
     * kept and given to all: they are equal.
     *
     * @throws BadProfile when the object cannot be loaded as the profile says
     */
    public Analysis judge(StoredObject object, ArchiveState archive, LoadProfile profile) {
        Optional<Analysis> known = find(object, archive, profile);
        if (known.isPresent()) {
            return known.get();
        }
        long start = System.nanoTime();
        Report report = report(object, archive, profile);
        long micros = Duration.ofNanos(System.nanoTime() - start).toNanos() / 1_000;
        long cells = (long) report.kernels().size()
                * Math.max(1, report.subject().programs().size());
        meters.counter("relogrid.cells").increment((double) cells);
        return grid.put(object.id(), archive.snapshot(), profile.id(), report, micros);
    }

    private Report report(StoredObject object, ArchiveState archive, LoadProfile profile) {
        BpfObject parsed = objects.parse(object, profile.autoload());
        for (String program : profile.autoload().keySet()) {
            if (parsed.programs().stream().noneMatch(known -> known.name().equals(program))) {
                throw new BadProfile("there is no program '" + program + "' to switch on or off");
            }
        }
        try {
            Presets presets = Presets.of(parsed, profile.presets());
            return Reports.judge(ObjectSpecs.of(parsed), presets, object.name(), object.sha256(), archive.kernels());
        } catch (IllegalArgumentException e) {
            throw new BadProfile(String.valueOf(e.getMessage()));
        }
    }

    /** All of an answer. */
    public Report report(Analysis analysis) {
        return java.util.Objects.requireNonNull(reports(List.of(analysis)).get(analysis.id()), "a row that was read");
    }

    /** The same of many, by their rows. */
    public Map<Long, Report> reports(Collection<Analysis> analyses) {
        return grid.reports(analyses);
    }
}
