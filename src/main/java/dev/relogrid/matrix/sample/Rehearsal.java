package dev.relogrid.matrix.sample;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.engine.verdict.Presets;
import dev.relogrid.matrix.kernel.KernelArchive;
import dev.relogrid.matrix.queue.Role;
import dev.relogrid.matrix.queue.Roles;
import dev.relogrid.report.Report;
import dev.relogrid.report.Reports;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Judges some objects when a node has started, and keeps nothing of it: what a JVM does for the first time takes it two to
 * three times as long, and nobody who uploads should be the one to wait for that. Takes a second or two of one processor.
 */
@Component
@ConditionalOnProperty(name = "relogrid.rehearsal", matchIfMissing = true)
final class Rehearsal {
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    /** So often does the JVM want to see something before it compiles it. */
    private static final int ROUNDS = 40;

    private static final List<String> OBJECTS =
            List.of("ctime.bpf.o", "ctime_fixed.bpf.o", "task_state.bpf.o", "flavor_typo.bpf.o");

    private final KernelArchive archive;
    private final Roles roles;
    private volatile boolean over;

    Rehearsal(KernelArchive archive, Roles roles) {
        this.archive = archive;
        this.roles = roles;
    }

    /** In the background; nodes that only boot kernels judge nothing. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (roles.has(Role.WEB) || roles.has(Role.MATRIX)) {
            Thread.ofPlatform().name("rehearsal").daemon().start(this::run);
        }
    }

    private void run() {
        long start = System.nanoTime();
        try {
            int judged = rehearse(ROUNDS);
            LOG.debug("{} verdicts rehearsed in {} ms", judged, (System.nanoTime() - start) / 1_000_000);
        } catch (ArchiveProblem e) {
            LOG.debug("nothing to rehearse on: {}", e.getMessage());
        } catch (IOException | RuntimeException e) {
            LOG.warn("the first uploads may take longer than others: {}", e.toString());
        }
    }

    /** How many verdicts were found; fewer when the service ends meanwhile. */
    int rehearse(int rounds) throws IOException {
        int judged = 0;
        for (int round = 0; round < rounds; round++) {
            for (String object : OBJECTS) {
                judged += over ? 0 : judge(object).kernels().size();
            }
        }
        return judged;
    }

    private Report judge(String object) throws IOException {
        BpfObject parsed = BpfObject.parse(Bytes.of(object, SampleFile.bytes(object), ByteOrder.LITTLE_ENDIAN));
        return Reports.judge(
                ObjectSpecs.of(parsed),
                Presets.NONE,
                object,
                null,
                archive.current().kernels());
    }

    @PreDestroy
    void end() {
        over = true;
    }
}
