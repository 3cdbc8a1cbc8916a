package dev.relogrid.matrix.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.fixture.ServiceTest;
import dev.relogrid.matrix.analysis.Analyses;
import dev.relogrid.matrix.analysis.LoadProfiles;
import dev.relogrid.matrix.object.Objects;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.matrix.project.Project;
import dev.relogrid.matrix.project.Projects;
import dev.relogrid.matrix.project.RefName;
import dev.relogrid.matrix.project.RefObject;
import dev.relogrid.report.AnswerClass;
import dev.relogrid.report.Report;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The sample project tells its story: what breaks at v1 works on main. */
@ServiceTest
class SampleProjectTest {
    @Autowired
    private SampleProject sample;

    @Autowired
    private Projects projects;

    @Autowired
    private Objects objects;

    @Autowired
    private Analyses analyses;

    @Autowired
    private LoadProfiles profiles;

    @Test
    void whatBreaksAtTheTagWorksOnTheBranch() {
        Project project = projects.find("sample").orElseThrow();
        assertEquals(1, current(project, "refs/tags/v1").size());
        assertEquals(2, current(project, "main").size());
        assertEquals(3, current(project, "stories").size());
        assertTrue(broken(current(project, "refs/tags/v1").getFirst()) > 400);
        RefObject fixed = current(project, "main").stream()
                .filter(object -> object.path().equals("probe.bpf.o"))
                .findFirst()
                .orElseThrow();
        assertEquals(0, broken(fixed));
    }

    @Test
    void itIsMadeOnce() {
        sample.make();
        Project project = projects.find("sample").orElseThrow();
        var ref = projects.ref(project, RefName.of("main")).orElseThrow();
        assertEquals(2, projects.history(ref, Long.MAX_VALUE, 100).size());
    }

    private List<RefObject> current(Project project, String ref) {
        return projects.current(projects.ref(project, RefName.of(ref)).orElseThrow());
    }

    private long broken(RefObject attached) {
        StoredObject object = objects.get(attached.objectId());
        Report report =
                analyses.report(analyses.latest(object, profiles.standard()).orElseThrow());
        long broken = 0;
        for (String kernel : report.kernels()) {
            AnswerClass answer = report.answer(kernel);
            // other tests add kernels of their own making
            boolean shipped = kernel.startsWith("debian/");
            broken += shipped && answer != null && answer.verdict() == Verdict.BROKEN ? 1 : 0;
        }
        return broken;
    }
}
