package dev.relogrid.matrix.run;

import dev.relogrid.matrix.queue.Queue;
import dev.relogrid.matrix.queue.Queues;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much waits, and how often booted kernels and the engine agree. Asked of the database when somebody looks. */
@Component
final class RunMetrics implements MeterBinder {
    private final Queues queues;
    private final JdbcClient jdbc;

    RunMetrics(Queues queues, JdbcClient jdbc) {
        this.queues = queues;
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        depth(registry, "checks", RunQueues.CHECKS);
        depth(registry, "boots", RunQueues.BOOTS);
        Gauge.builder("relogrid.agreement", this, RunMetrics::agreement)
                .description("the part of booted programs of which the engine says what happened, from 0 to 1")
                .register(registry);
    }

    private void depth(MeterRegistry registry, String name, Queue queue) {
        Gauge.builder("relogrid.queue.depth", queues, all -> (double) all.waiting(queue))
                .tag("queue", name)
                .description("jobs that wait, those not counted that somebody is at")
                .register(registry);
    }

    private double agreement() {
        return jdbc.sql("select avg(case when agrees then 1.0 else 0.0 end) from evidence where agrees is not null")
                .query(Double.class)
                .optional()
                .orElse(Double.NaN);
    }
}
