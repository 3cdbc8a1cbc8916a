package dev.relogrid.web.observe;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.matrix.access.Tokens;
import dev.relogrid.matrix.kernel.KernelArchive;
import dev.relogrid.matrix.kernel.Snapshot;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** How old the archive is and how much is in it; how many tokens are good. Not a number where it cannot be told. */
@Component
final class Gauges implements MeterBinder {
    private final KernelArchive archive;
    private final Tokens tokens;

    Gauges(KernelArchive archive, Tokens tokens) {
        this.archive = archive;
        this.tokens = tokens;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("relogrid.archive.age", () -> snapshot(Gauges::ageSeconds))
                .baseUnit("seconds")
                .description("Since the archive last changed")
                .register(registry);
        Gauge.builder("relogrid.archive.kernels", () -> snapshot(now -> now.kernels().length))
                .description("Kernels in the archive")
                .register(registry);
        Gauge.builder("relogrid.tokens", tokens, Tokens::countGood)
                .description("Tokens neither revoked nor expired")
                .register(registry);
    }

    private double snapshot(ToDoubleFunction<Snapshot> number) {
        try {
            return number.applyAsDouble(archive.current().snapshot());
        } catch (ArchiveProblem e) {
            return Double.NaN;
        }
    }

    private static double ageSeconds(Snapshot snapshot) {
        return Duration.between(snapshot.takenAt(), Instant.now()).toSeconds();
    }
}
