package dev.relogrid.web.observe;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.matrix.kernel.KernelArchive;
import dev.relogrid.matrix.kernel.Snapshot;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether the service has kernels to judge on. Where it has none it is not ill: stored answers are there, and kernels can
 * be uploaded to it.
 */
@Component("archive")
final class ArchiveHealth implements HealthIndicator {
    private final KernelArchive archive;

    ArchiveHealth(KernelArchive archive) {
        this.archive = archive;
    }

    @Override
    public Health health() {
        try {
            Snapshot now = archive.current().snapshot();
            return Health.up()
                    .withDetail("kernels", now.kernels().length)
                    .withDetail("takenAt", now.takenAt())
                    .build();
        } catch (ArchiveProblem e) {
            return Health.unknown()
                    .withDetail("reason", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
