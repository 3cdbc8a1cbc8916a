package dev.relogrid.matrix.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.RelogridApplication;
import dev.relogrid.fixture.ServiceTest;
import dev.relogrid.matrix.analysis.LoadProfiles;
import dev.relogrid.matrix.object.Objects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two nodes, each a process of its own, share a queue; one is killed half-way. {@code ci/drills/two-nodes} is the long form,
 * with {@code relogrid.test.runs} more and one node's clock wrong.
 */
@ServiceTest
final class TwoNodesTest {
    private static final int RUNS = Integer.getInteger("relogrid.test.runs", 60);
    private static final Path SAMPLE = Path.of("src/test/bpf/samples/ctime.bpf.o");

    @Autowired
    private Environment environment;

    @Autowired
    private JdbcClient server;

    @TempDir
    private Path folder;

    /** A node as the others that does nothing but put work into the queue. */
    private ConfigurableApplicationContext desk(String... more) {
        return new SpringApplicationBuilder(RelogridApplication.class)
                .run(arguments("web", more).toArray(String[]::new));
    }

    private List<String> arguments(String role, String... more) {
        List<String> common = List.of(
                "--relogrid.roles=" + role,
                "--relogrid.data=" + folder,
                "--relogrid.archive=" + Path.of(environment.getRequiredProperty("relogrid.data"), "archive"),
                "--relogrid.database.url="
                        + environment
                                .getRequiredProperty("relogrid.database.url")
                                .replaceFirst("/[^/?]+(\\?|$)", "/two_nodes$1"),
                "--spring.datasource.username=" + environment.getProperty("spring.datasource.username", ""),
                "--spring.datasource.password=" + environment.getProperty("spring.datasource.password", ""),
                "--server.port=0");
        return java.util.stream.Stream.concat(common.stream(), Arrays.stream(more))
                .toList();
    }

    /**
     * {@code relogrid.test.faketime}, such as {@code faketime -f +90m}, puts the clock wrong of the node that is killed: by
     * its own clock its last heartbeat would lie ahead, and nobody would notice for as long that it is gone.
     */
    private static List<String> wrongClock() {
        String command = System.getProperty("relogrid.test.faketime", "");
        return command.isEmpty() ? List.of() : List.of(command.split(" "));
    }

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void allRunsEndOnceThoughANodeIsKilledHalfWay() throws Exception {
        server.sql("drop database if exists two_nodes with (force)").update();
        server.sql("create database two_nodes").update();
        try (ConfigurableApplicationContext desk = desk()) {
            JdbcClient jdbc = desk.getBean(JdbcClient.class);
            queue(desk);
            String patient = "--relogrid.jobs.heartbeat=2s"; // a machine under load is slow, not dead
            String stubborn = "--relogrid.jobs.retries=5";
            try (NodeProcess first = NodeProcess.start(
                            wrongClock(), arguments("matrix", patient, stubborn), folder.resolve("first.log"));
                    NodeProcess second = NodeProcess.start(
                            List.of(), arguments("matrix", patient, stubborn), folder.resolve("second.log"))) {
                await(() -> count(jdbc, "select count(distinct node) from run") == 2, first, second);
                await(() -> isHalfWay(jdbc, first), first, second);
                first.kill();
                await(() -> count(jdbc, "select count(*) from run where state in ('queued', 'running')") == 0, second);
                await(() -> count(jdbc, "select count(*) from scheduled_checks") == 0, second);
            }
            assertEquals(RUNS, count(jdbc, "select count(*) from run where state = 'done' and ends = 1"));
            assertEquals(RUNS, count(jdbc, "select count(*) from run"));
            assertEquals(RUNS, count(jdbc, "select count(distinct analysis_id) from run"));
            assertEquals(RUNS, count(jdbc, "select count(*) from analysis"));
            assertEquals(RUNS, count(jdbc, "select count(*) from run_event where kind = 'done'"));
            System.out.println("two nodes: " + count(jdbc, "select count(*) from run where attempts > 1")
                    + " of " + RUNS + " runs were begun again; by node "
                    + jdbc.sql("select string_agg(n::text, ', ') from (select count(*) as n from run group by node)")
                            .query(String.class)
                            .single());
        } finally {
            server.sql("drop database if exists two_nodes with (force)").update();
        }
    }

    /** And the node has something in hand. */
    private static boolean isHalfWay(JdbcClient jdbc, NodeProcess node) {
        return count(jdbc, "select count(*) from run where state = 'done'") >= RUNS / 2
                && count(
                                jdbc,
                                "select count(*) from run where state = 'running' and node like '%-" + node.pid()
                                        + "-%'")
                        > 0;
    }

    private static void queue(ConfigurableApplicationContext desk) throws IOException {
        byte[] sample = Files.readAllBytes(SAMPLE);
        Objects objects = desk.getBean(Objects.class);
        Runs runs = desk.getBean(Runs.class);
        var profile = desk.getBean(LoadProfiles.class).standard();
        for (int i = 1; i <= RUNS; i++) {
            // what follows an ELF file's last section means nothing, and makes it another object
            var object = objects.put(Arrays.copyOf(sample, sample.length + i), "ctime.bpf.o")
                    .object();
            var _ = runs.request(RunRequest.check(object, profile, RunRequest.CI, "a test"));
        }
    }

    private static long count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private void await(BooleanSupplier condition, NodeProcess... nodes) throws Exception {
        while (!condition.getAsBoolean()) {
            for (NodeProcess node : nodes) {
                assertTrue(node.isAlive(), this::logs);
            }
            Thread.sleep(50);
        }
    }

    private String logs() {
        try {
            return Files.readString(folder.resolve("first.log")) + Files.readString(folder.resolve("second.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
