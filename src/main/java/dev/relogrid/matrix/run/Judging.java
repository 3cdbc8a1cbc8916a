package dev.relogrid.matrix.run;

import dev.relogrid.matrix.analysis.Analyses;
import dev.relogrid.matrix.analysis.Analysis;
import dev.relogrid.matrix.analysis.Letters;
import dev.relogrid.matrix.kernel.ArchiveState;
import dev.relogrid.report.AnswerClass;
import dev.relogrid.report.Report;
import org.springframework.stereotype.Component;

/**
 * Has an object judged for a run. The answer is kept first, which is one and the same however often it is found; then the
 * run ends with it, its followers are told, and what it changed is made known, all in one transaction or not at all.
 */
@Component
final class Judging {
    private final Analyses analyses;
    private final RunInput input;
    private final RunLog log;
    private final News news;

    Judging(Analyses analyses, RunInput input, RunLog log, News news) {
        this.analyses = analyses;
        this.input = input;
        this.log = log;
        this.news = news;
    }

    /**
     * Ends the run with an answer, unless it was cancelled or another attempt has begun meanwhile.
     *
     * @throws dev.relogrid.matrix.analysis.BadProfile when there can be none
     */
    void judge(Run attempt) {
        ArchiveState archive = input.archive(attempt);
        int total = archive.kernels().size();
        if (!log.step(attempt, 0, total, _ -> {})) {
            return;
        }
        Analysis analysis = analyses.judge(input.object(attempt), archive, input.profile(attempt));
        Report report = analyses.report(analysis);
        boolean _ = log.done(attempt, analysis.id(), total, events -> {
            cells(attempt, report, events);
            if (attempt.kind() == Run.Kind.RECHECK) {
                news.rejudged(analysis, report);
            } else {
                news.uploaded(analysis);
            }
        });
    }

    private static void cells(Run attempt, Report report, RunEvents events) {
        int[] kernels = new int[report.classes().size()];
        for (int answer : report.classOf()) {
            kernels[answer]++;
        }
        for (int i = 0; i < kernels.length; i++) {
            AnswerClass answer = report.classes().get(i);
            events.cell(
                    attempt.id(),
                    new RunEvent.AnsweredCell(
                            i, answer.verdict().code(), Letters.of(answer.programs()), kernels[i], answer.reason()));
        }
    }
}
