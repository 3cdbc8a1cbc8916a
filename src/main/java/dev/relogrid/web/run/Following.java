package dev.relogrid.web.run;

import dev.relogrid.matrix.run.Run;
import dev.relogrid.matrix.run.RunEvent;
import dev.relogrid.matrix.run.RunSettings;
import dev.relogrid.matrix.run.Runs;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks at a run again and again for somebody who follows it: whichever node is at it writes to the database. */
@Component
final class Following {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int AT_ONCE = 500;

    private final Runs runs;
    private final Duration pause;
    private volatile boolean stopping;

    Following(Runs runs, RunSettings settings) {
        this.runs = runs;
        this.pause = settings.follow();
    }

    /** Those who follow would keep a node from going down; they come back to another one, with the last id they saw. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
    }

    /**
     * Writes what happens after the event of that number, until the run has ended.
     *
     * @throws IOException when nobody reads any more
     */
    void write(UUID id, int after, OutputStream out) throws IOException {
        int last = after;
        long wrote = System.nanoTime();
        while (!stopping) {
            boolean ended = runs.find(id).map(Run::state).map(Run.State::isEnd).orElse(true);
            List<RunEvent> events = runs.events(id, last, AT_ONCE);
            for (RunEvent event : events) {
                out.write(text(event).getBytes(StandardCharsets.UTF_8));
                last = event.seq();
            }
            if (!events.isEmpty()) {
                out.flush();
                wrote = System.nanoTime();
            } else if (ended) {
                return;
            } else if (System.nanoTime() - wrote >= HEARTBEAT.toNanos()) {
                out.write(": still here\n\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                wrote = System.nanoTime();
            }
            if (!ended) {
                sleep();
            }
        }
    }

    private static String text(RunEvent event) {
        return "id: " + event.seq() + "\nevent: " + event.kind() + "\ndata: " + event.body() + "\n\n";
    }

    private void sleep() throws IOException {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while somebody followed a run", e);
        }
    }
}
