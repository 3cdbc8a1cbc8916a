package dev.relogrid.report.render;

import dev.relogrid.report.AnswerClass;
import dev.relogrid.report.AnswerClass.ProgramAnswer;
import dev.relogrid.report.Report;
import dev.relogrid.report.Subject.ProgramName;
import java.util.List;

/** A report as a table (RFC 4180): a row for each program on each kernel. An object without programs is a row of its own. */
public final class CsvReport {
    private static final String HEAD = "kernel,program,section,verdict,reason\r\n";

    private CsvReport() {}

    public static String of(Report report) {
        StringBuilder out = new StringBuilder(HEAD);
        List<ProgramName> programs = report.subject().programs();
        for (int i = 0; i < report.kernels().size(); i++) {
            AnswerClass answer = report.answer(i);
            String kernel = report.kernels().get(i);
            if (programs.isEmpty()) {
                row(out, kernel, new ProgramName("", ""), new ProgramAnswer(answer.verdict(), answer.reason()));
            }
            for (int p = 0; p < programs.size(); p++) {
                row(out, kernel, programs.get(p), answer.programs().get(p));
            }
        }
        return out.toString();
    }

    private static void row(StringBuilder out, String kernel, ProgramName program, ProgramAnswer answer) {
        cell(out, kernel).append(',');
        cell(out, program.name()).append(',');
        cell(out, program.section()).append(',');
        cell(out, answer.verdict().code()).append(',');
        cell(out, answer.reason()).append("\r\n");
    }

    private static StringBuilder cell(StringBuilder out, String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length() && !quoted; i++) {
            quoted = ",\"\r\n".indexOf(text.charAt(i)) >= 0;
        }
        return quoted ? out.append('"').append(text.replace("\"", "\"\"")).append('"') : out.append(text);
    }
}
