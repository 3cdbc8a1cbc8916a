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
    /** A service begins with a sample project, which has runs of its own. */
    private static final String OURS = "select count(*) from run where requested_by = 'a test' ";

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
            String patient = "--relogrid.jobs.heartbeat=2s"; // a machine under load is slow, not dead
            String stubborn = "--relogrid.jobs.retries=5";
            try (NodeProcess first = NodeProcess.start(
                            wrongClock(), arguments("matrix", patient, stubborn), folder.resolve("first.log"));
                    NodeProcess second = NodeProcess.start(
                            List.of(), arguments("matrix", patient, stubborn), folder.resolve("second.log"))) {
                await(() -> isUp("first.log") && isUp("second.log"), first, second);
                queue(desk);
                await(() -> isHalfWay(jdbc, first), first, second);
                first.kill();
                await(() -> count(jdbc, OURS + "and state in ('queued', 'running')") == 0, second);
                await(() -> count(jdbc, "select count(*) from scheduled_checks") == 0, second);
            }
            assertEquals(RUNS, count(jdbc, OURS + "and state = 'done' and ends = 1"));
            assertEquals(RUNS, count(jdbc, OURS));
            String ids = "from run where requested_by = 'a test'";
            assertEquals(RUNS, count(jdbc, "select count(distinct analysis_id) " + ids));
            assertEquals(
                    RUNS,
                    count(jdbc, "select count(*) from analysis where object_id in (select object_id " + ids + ")"));
            assertEquals(
                    RUNS,
                    count(
                            jdbc,
                            "select count(*) from run_event where kind = 'done' and run_id in (select id " + ids
                                    + ")"));
            assertEquals(2, count(jdbc, "select count(distinct node) " + ids));
            System.out.println("two nodes: " + count(jdbc, OURS + "and attempts > 1") + " of " + RUNS
                    + " runs were begun again; the first node ended "
                    + count(jdbc, OURS + "and node = (select min(node) " + ids + ")"));
        } finally {
            server.sql("drop database if exists two_nodes with (force)").update();
        }
    }

    private boolean isUp(String log) {
        try {
            return Files.readString(folder.resolve(log)).contains("Started RelogridApplication");
        } catch (IOException e) {
            return false;
        }
    }

    /** And the node has something in hand, unless nobody has any more. */
    private static boolean isHalfWay(JdbcClient jdbc, NodeProcess node) {
        long done = count(jdbc, OURS + "and state = 'done'");
        return done == RUNS
                || done >= RUNS / 2
                        && count(jdbc, OURS + "and state = 'running' and node like '%-" + node.pid() + "-%'") > 0;
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
