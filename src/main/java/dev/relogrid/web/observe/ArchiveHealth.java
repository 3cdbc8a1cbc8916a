package dev.relogrid.web.observe;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.matrix.kernel.KernelArchive;
import dev.relogrid.matrix.kernel.Snapshot;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the service has kernels to judge on. */
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
            return Health.down()
                    .withDetail("reason", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
