package dev.relogrid.matrix.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.Sha256;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.engine.verdict.Presets;
import dev.relogrid.fixture.ServiceTest;
import dev.relogrid.matrix.kernel.ArchiveState;
import dev.relogrid.matrix.kernel.KernelArchive;
import dev.relogrid.matrix.object.Objects;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.matrix.object.Upload;
import dev.relogrid.report.Report;
import dev.relogrid.report.Reports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of an answer is the answer, however many ask for it at once. */
@ServiceTest
class AnalysesTest {
    private static final Path SAMPLES = Path.of("src/test/bpf/samples");

    @Autowired
    private Objects objects;

    @Autowired
    private KernelArchive archive;

    @Autowired
    private Analyses analyses;

    @Autowired
    private Summaries summaries;

    @Autowired
    private LoadProfiles profiles;

    @Autowired
    private JdbcClient db;

    private StoredObject put(String sample) throws IOException {
        return objects.put(Files.readAllBytes(SAMPLES.resolve(sample)), sample).object();
    }

    @Test
    void whatIsReadBackIsWhatWasJudged() throws IOException {
        ArchiveState state = archive.current();
        for (String sample : List.of(
                "ctime.bpf.o",
                "kconfig_guard.bpf.o",
                "attach.bpf.o",
                "no_btf.bpf.o",
                "no_relos.bpf.o",
                "big_endian.bpf.o",
                "legacy_maps.bpf.o")) {
            StoredObject object = put(sample);
            Analysis analysis = analyses.judge(object, state, profiles.standard());
            Report kept = analyses.report(analysis);
            Report judged = Reports.judge(
                    ObjectSpecs.of(objects.parse(object, Map.of())),
                    Presets.NONE,
                    object.name(),
                    object.sha256(),
                    state.kernels());
            assertEquals(judged.subject(), kept.subject(), sample);
            assertEquals(judged.kernels(), kept.kernels(), sample);
            assertArrayEquals(judged.classOf(), kept.classOf(), sample);
            assertEquals(judged.classes(), kept.classes(), sample);
            assertEquals(judged.causes(), kept.causes(), sample);
            assertEquals(judged.otherByteOrder(), kept.otherByteOrder(), sample);
            assertEquals(
                    new Summary(kept.counts(), kept.unanswered().size()),
                    summaries.of(List.of(analysis)).get(analysis.id()),
                    sample);
            assertTrue(kept.kernels().size() + kept.otherByteOrder().size() > 600, sample);
        }
    }

    @Test
    void manyAtOnceGiveOneAnswer() throws Exception {
        byte[] bytes = Files.readAllBytes(SAMPLES.resolve("rodata_switch.bpf.o"));
        List<Callable<Long>> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            all.add(() -> {
                StoredObject object = objects.put(bytes, "at once").object();
                return analyses.judge(object, archive.current(), profiles.standard())
                        .id();
            });
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(all.size())) {
            Set<Long> ids = pool.invokeAll(all).stream().map(Future::resultNow).collect(Collectors.toSet());
            assertEquals(1, ids.size());
        }
        assertEquals(
                1,
                db.sql("""
                        select count(*) from analysis a join object o on o.id = a.object_id
                        where o.sha256 = :sha256 and a.profile_id = :standard and a.snapshot_id = :snapshot
                        """)
                        .param("sha256", Sha256.of(bytes))
                        .param("standard", profiles.standard().id())
                        .param("snapshot", archive.current().snapshot().id())
                        .query(Integer.class)
                        .single());
    }

    @Test
    void profilesHaveAnswersOfTheirOwn() throws IOException {
        StoredObject object = put("rodata_switch.bpf.o");
        String variable = objects.parse(object, Map.of()).variables().stream()
                .filter(known -> known.isReadOnly())
                .findFirst()
                .orElseThrow()
                .name();
        Analysis standard = analyses.judge(object, archive.current(), profiles.standard());
        LoadProfile set = profiles.of(Map.of(variable, "1"), Map.of());
        Analysis other = analyses.judge(object, archive.current(), set);
        assertFalse(standard.id() == other.id());
        assertEquals(set, profiles.get(set.id()));
        assertEquals(set.id(), profiles.of(Map.of(variable, "1"), Map.of()).id());
        assertThrows(
                BadProfile.class,
                () -> analyses.judge(object, archive.current(), profiles.of(Map.of("nothing", "1"), Map.of())));
        assertThrows(
                BadProfile.class,
                () -> analyses.judge(object, archive.current(), profiles.of(Map.of(), Map.of("nobody", true))));
    }

    @Test
    void theViewHasARowForEachKernel() throws IOException {
        Analysis analysis = analyses.judge(put("ctime.bpf.o"), archive.current(), profiles.standard());
        Report report = analyses.report(analysis);
        Map<String, Long> byVerdict = db
                .sql("select verdict, count(*) from cell where analysis_id = :id group by verdict")
                .param("id", analysis.id())
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertEquals(
                report.kernels().size(),
                byVerdict.values().stream().mapToLong(Long::longValue).sum());
        assertTrue(byVerdict.getOrDefault("broken", 0L) > 400, byVerdict.toString());
    }

    @Test
    void whatIsNoObjectIsNotKept() {
        byte[] bytes = "no object".getBytes(StandardCharsets.UTF_8);
        assertThrows(MalformedInput.class, () -> objects.put(bytes, "none"));
        assertEquals(
                0,
                db.sql("select count(*) from object where name = 'none'")
                        .query(Integer.class)
                        .single());
    }

    @Test
    void anObjectIsFoundByWhatItMentions() throws IOException {
        StoredObject object = put("ctime.bpf.o");
        assertTrue(objects.mentioning("i_ctime", Long.MAX_VALUE, 500).contains(object));
        assertTrue(objects.mentioning("inode", Long.MAX_VALUE, 500).contains(object));
        assertFalse(objects.mentioning("task_struct", Long.MAX_VALUE, 500).contains(object));
        assertEquals(object, objects.find(object.sha256().substring(0, 12)).orElseThrow());
        assertTrue(objects.find(object.sha256().substring(0, 11)).isEmpty());
        Upload again = objects.put(objects.bytes(object), "another name");
        assertFalse(again.isNew());
        assertEquals(object, again.object());
    }
}
