package dev.relogrid.report;

import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.verdict.Finding;
import dev.relogrid.engine.verdict.KernelVerdict;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.engine.verdict.Presets;
import dev.relogrid.engine.verdict.ProgramVerdict;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes reports of what the engine says. */
public final class Reports {
    private Reports() {}

    /**
     * Judges an object on kernels and reports it.
     *
     * @param name what the user calls the object
     * @param sha256 of its bytes; null where nobody asks
     * @param kernels in the order they are to be reported; those that cannot be read are listed as unanswered
     */
    public static Report judge(
            ObjectSpecs specs, Presets presets, String name, @Nullable String sha256, List<StoredKernel> kernels) {
        Judged judged = new Judged(subject(specs.object(), name, sha256), specs, presets);
        new Judging(List.of(judged), kernels).judge();
        return of(judged, Remedies.of(kernels));
    }

    /** What the object is, without any kernel. */
    public static Subject subject(BpfObject object, String name, @Nullable String sha256) {
        List<Subject.ProgramName> programs = new ArrayList<>();
        for (Program program : loaded(object)) {
            programs.add(new Subject.ProgramName(program.name(), program.sectionName()));
        }
        return new Subject(name, sha256, programs, object.relocations().size(), object.warnings());
    }

    /** The programs that are loaded by default, in the object's order. */
    private static List<Program> loaded(BpfObject object) {
        List<Program> loaded = new ArrayList<>();
        for (Program program : object.programs()) {
            if (program.autoload() && !program.subprogram()) {
                loaded.add(program);
            }
        }
        return loaded;
    }

    /** The report of an object that has been judged. */
    public static Report of(Judged judged, Remedies remedies) {
        Spread spread = Spread.of(judged.verdicts());
        Causes causes = new Causes(spread);
        List<AnswerClass> classes = new ArrayList<>(spread.said().size());
        Programs programs = new Programs(judged.specs().object());
        for (KernelVerdict said : spread.said()) {
            classes.add(answer(said, causes, programs));
        }
        return new Report(
                judged.subject(),
                spread.kernels(),
                spread.classOf(),
                classes,
                new Cards(judged.specs(), spread, causes).of(remedies),
                spread.otherByteOrder(),
                judged.unanswered());
    }

    private static AnswerClass answer(KernelVerdict said, Causes causes, Programs programs) {
        List<AnswerClass.ProgramAnswer> answers =
                new ArrayList<>(said.programs().size());
        for (ProgramVerdict program : said.programs()) {
            answers.add(new AnswerClass.ProgramAnswer(program.verdict(), program.reason()));
        }
        List<AnswerClass.Found> found = new ArrayList<>(said.findings().size());
        for (Finding finding : said.findings()) {
            found.add(new AnswerClass.Found(
                    causes.indexOf(finding),
                    finding.obstacle().has(),
                    finding.why(),
                    programs.indexes(finding.programs())));
        }
        return new AnswerClass(said.verdict(), said.reason(), answers, found);
    }

    /** Numbers of programs; lists that findings share stay shared. */
    private static final class Programs {
        private final IdentityHashMap<Program, Integer> numbers = new IdentityHashMap<>();
        private final IdentityHashMap<List<Program>, List<Integer>> lists = new IdentityHashMap<>();

        Programs(BpfObject object) {
            for (Program program : loaded(object)) {
                numbers.put(program, numbers.size());
            }
        }

        List<Integer> indexes(List<Program> programs) {
            List<Integer> indexes = lists.get(programs);
            if (indexes == null) {
                indexes = new ArrayList<>(programs.size());
                for (Program program : programs) {
                    Integer number = numbers.get(program);
                    if (number != null) {
                        indexes.add(number);
                    }
                }
                lists.put(programs, indexes);
            }
            return indexes;
        }
    }
}
