package dev.relogrid.gate.render;

import dev.relogrid.gate.Member;
import dev.relogrid.gate.Suite;
import dev.relogrid.report.AnswerClass;
import dev.relogrid.report.AnswerClass.ProgramAnswer;
import dev.relogrid.report.Report;
import dev.relogrid.report.Subject.ProgramName;
import java.util.List;

/** A suite as a table (RFC 4180): a row for each program on each kernel. An object without programs is a row of its own. */
public final class SuiteCsv {
    private static final String HEAD = "object,kernel,program,section,verdict,reason\r\n";

    private SuiteCsv() {}

    /** All objects that were judged, one after the other. */
    public static String of(Suite suite) {
        StringBuilder out = new StringBuilder(HEAD);
        suite.members().stream().map(Member::report).forEach(report -> rows(out, report));
        return out.toString();
    }

    private static void rows(StringBuilder out, Report report) {
        List<ProgramName> programs = report.subject().programs();
        for (int i = 0; i < report.kernels().size(); i++) {
            AnswerClass answer = report.answer(i);
            String start =
                    cell(report.subject().name()) + "," + cell(report.kernels().get(i)) + ",";
            if (programs.isEmpty()) {
                row(out.append(start), "", "", new ProgramAnswer(answer.verdict(), answer.reason()));
            }
            for (int p = 0; p < programs.size(); p++) {
                ProgramName program = programs.get(p);
                row(
                        out.append(start),
                        program.name(),
                        program.section(),
                        answer.programs().get(p));
            }
        }
    }

    private static void row(StringBuilder out, String program, String section, ProgramAnswer answer) {
        out.append(cell(program)).append(',');
        out.append(cell(section)).append(',');
        out.append(cell(answer.verdict().code())).append(',');
        out.append(cell(answer.reason())).append("\r\n");
    }

    private static String cell(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (",\"\r\n".indexOf(text.charAt(i)) >= 0) {
                return '"' + text.replace("\"", "\"\"") + '"';
            }
        }
        return text;
    }
}
