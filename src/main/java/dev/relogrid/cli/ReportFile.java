package dev.relogrid.cli;

import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.gate.BadBaseline;
import dev.relogrid.gate.Baseline;
import dev.relogrid.gate.BaselineJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that may be a report of what was before. */
final class ReportFile {
    /** Reports begin with their first brace; nobody puts that many blanks before it. */
    private static final int START = 512;

    private ReportFile() {}

    /**
     * What such a file says; null when it is something else.
     *
     * @param failOn for reports that do not say what kernels count as
     * @throws NoAnswer when it begins like a report and is none
     */
    static @Nullable Baseline baseline(Path file, Verdict failOn) {
        if (!Files.isRegularFile(file) || !BaselineJson.isReport(start(file))) {
            return null;
        }
        try {
            return BaselineJson.read(file.toString(), InputFile.read(file), failOn);
        } catch (BadBaseline e) {
            throw new NoAnswer(file + ": " + e.getMessage());
        }
    }

    private static byte[] start(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(START);
        } catch (IOException e) {
            throw NoAnswer.about(file, e);
        }
    }
}
