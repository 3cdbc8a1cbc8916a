package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.finding.CauseCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages of docs/verdicts are complete and tell the truth: their examples are the samples', their outputs the
 * command's, and their fixes compile. {@code ./relogrid test -Dtest=VerdictPagesTest -Dpages.update=true} writes the
 * outputs anew.
 */
final class VerdictPagesTest {
    private static final List<String> SECTIONS = List.of("What it means", "Example", "How to fix it", "What it is not");
    private static final Path SAMPLES = Path.of("src", "test", "bpf", "samples");

    /** Codes no report has, which their pages say. */
    private static final Set<CauseCode> WITHOUT_EXAMPLE =
            Set.of(CauseCode.TYPE_NOT_IN_BTF, CauseCode.TOO_COMPLEX, CauseCode.KFUNC_NOT_ALLOWED);

    /** Codes whose examples have other words for it, as their pages say. */
    private static final Map<CauseCode, String> IN_OTHER_WORDS = Map.of(CauseCode.NO_BTF, "no BTF on 1 of 1 kernel");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyCodeHasItsPageAndEveryPageItsCode() throws IOException {
        Set<String> codes = new TreeSet<>(
                Arrays.stream(CauseCode.values()).map(CauseCode::name).toList());
        Set<String> pages = new TreeSet<>();
        for (VerdictPage page : VerdictPage.all()) {
            if (!page.isIndex()) {
                pages.add(page.name());
                assertTrue(page.text().startsWith("# " + page.name() + "\n\n"), page.name());
            }
        }
        assertEquals(codes, pages);
    }

    @Test
    void everyPageHasTheSectionsInOrder() throws IOException {
        for (VerdictPage page : VerdictPage.all()) {
            if (!page.isIndex()) {
                List<String> headings = page.text()
                        .lines()
                        .filter(line -> line.startsWith("## "))
                        .map(line -> line.substring(3))
                        .toList();
                assertEquals(SECTIONS, headings, page.name());
            }
        }
    }

    @Test
    void theIndexHasEveryCodeOnceWithThePagesOwnSentence() throws IOException {
        String index = Files.readString(VerdictPage.FOLDER.resolve("README.md"));
        for (VerdictPage page : VerdictPage.all()) {
            if (!page.isIndex()) {
                String sentence = page.text().lines().skip(2).findFirst().orElse("");
                List<String> rows = index.lines()
                        .filter(line -> line.startsWith("| [" + page.name() + "](" + page.name() + ".md) |"))
                        .toList();
                assertEquals(1, rows.size(), page.name());
                assertTrue(rows.getFirst().endsWith("| " + sentence + " |"), rows.getFirst());
            }
        }
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        for (VerdictPage page : VerdictPage.all()) {
            for (String link : page.links()) {
                assertTrue(Files.exists(VerdictPage.FOLDER.resolve(link)), page.name() + " refers to " + link);
            }
        }
    }

    @Test
    void outputsAreWhatTheCommandsPrint() throws IOException {
        for (VerdictPage page : VerdictPage.all()) {
            if (Boolean.getBoolean("pages.update")) {
                Files.writeString(page.file(), page.renewed());
            }
            String now = Files.readString(page.file());
            assertEquals(page.renewed(), now, page.name());
        }
    }

    @Test
    void theExampleOfACodeHasTheCode() throws IOException {
        for (CauseCode code : CauseCode.values()) {
            Path file = VerdictPage.FOLDER.resolve(code.name() + ".md");
            VerdictPage page = new VerdictPage(file, Files.readString(file));
            if (WITHOUT_EXAMPLE.contains(code)) {
                assertEquals(List.of(), page.examples(), code.name());
            } else {
                assertEquals(1, page.examples().size(), code.name());
                String output = page.examples().getFirst().output();
                String expected = IN_OTHER_WORDS.getOrDefault(code, "  " + code);
                assertTrue(output.lines().anyMatch(line -> (line + " ").contains(expected + " ")), output);
            }
        }
    }

    @Test
    void examplesQuoteTheirSample() throws IOException {
        for (VerdictPage page : VerdictPage.all()) {
            String quoted = page.code("Example");
            if (!quoted.isEmpty()) {
                List<String> source = Files.readAllLines(page.samples().getFirst());
                for (String line : quoted.lines().toList()) {
                    assertTrue(source.contains(line), page.name() + ": " + line);
                }
            }
        }
    }

    @Test
    void fixesCompile() throws IOException, InterruptedException {
        for (VerdictPage page : VerdictPage.all()) {
            if (!page.isIndex()) {
                String fix = page.code("How to fix it");
                assertFalse(fix.isEmpty(), page.name());
                Path source = folder.resolve(page.name() + ".c");
                Files.writeString(source, "#include \"core.h\"\n" + fix);
                // -g, without which the compiler makes no relocations
                Tool.run(
                                folder,
                                "clang-19",
                                "-target",
                                "bpf",
                                "-g",
                                "-O2",
                                "-Werror",
                                "-Wno-unused",
                                "-I",
                                SAMPLES.toString(),
                                "-c",
                                source.toString(),
                                "-o",
                                folder.resolve("fix.o").toString())
                        .output();
            }
        }
    }
}
