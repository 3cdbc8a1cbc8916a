package dev.relogrid.matrix.run;

import dev.relogrid.matrix.analysis.Analyses;
import dev.relogrid.matrix.analysis.Analysis;
import dev.relogrid.matrix.analysis.EngineVersion;
import dev.relogrid.matrix.kernel.ArchiveState;
import dev.relogrid.report.Subject;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Decides what is judged while whoever asks waits, and what is queued. */
@Component
@EnableConfigurationProperties(RunSettings.class)
final class Desk {
    private final RunRows rows;
    private final RunLog log;
    private final Queueing queueing;
    private final Analyses analyses;
    private final RunSettings settings;
    /** Judging keeps a processor busy, however many threads ask for it. */
    private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors());

    Desk(RunBook book, Queueing queueing, Analyses analyses, RunSettings settings) {
        this.rows = book.rows();
        this.log = book.log();
        this.queueing = queueing;
        this.analyses = analyses;
        this.settings = settings;
    }

    Submitted checkOrQueue(RunRequest request, ArchiveState archive) {
        Optional<Analysis> known = analyses.find(request.object(), archive, request.profile());
        if (known.isPresent()) {
            return done(request, known.get());
        }
        if (cost(request.object().subject()) <= settings.atOnce() && isFree()) {
            try {
                return done(request, analyses.judge(request.object(), archive, request.profile()));
            } finally {
                processors.release();
            }
        }
        long snapshot = archive.snapshot().id();
        Optional<Run> pending = rows.pending(request, snapshot, EngineVersion.text());
        return new Submitted(pending.or(() -> queueing.add(request, snapshot)).orElseThrow(), null);
    }

    private Submitted done(RunRequest request, Analysis analysis) {
        Run run = rows.ofAnalysis(analysis.id()).orElseGet(() -> log.doneAtOnce(request, analysis));
        return new Submitted(run, analysis);
    }

    /** Grows with what judging an object takes; the number of kernels is the same for all. */
    private static long cost(Subject subject) {
        return (long) subject.programs().size() * Math.max(1, subject.relocations());
    }

    private boolean isFree() {
        try {
            return processors.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
