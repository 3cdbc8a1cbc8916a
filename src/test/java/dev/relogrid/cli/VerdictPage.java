package dev.relogrid.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of docs/verdicts, in its parts. */
record VerdictPage(Path file, String text) {
    static final Path FOLDER = Path.of("docs", "verdicts");

    private static final Pattern CONSOLE = Pattern.compile("(?s)```console\n\\$ relogrid ([^\n]*)\n(.*?)```");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)#:]+)\\)");
    private static final Pattern SAMPLE = Pattern.compile("\\(\\.\\./\\.\\./(src/test/bpf/samples/\\w+\\.bpf\\.c)\\)");

    /** A command on a page, and what the page says it prints. */
    record Example(String command, String output) {

        /** What the command prints on a terminal of 80 columns without colours. */
        String printed() {
            List<String> words = new ArrayList<>();
            Matcher word = WORD.matcher(command);
            while (word.find()) {
                words.add(word.group(1) == null ? word.group(2) : word.group(1));
            }
            words.addAll(List.of("--archive", "btf-archive"));
            Outcome outcome = Outcome.of(new Terminal(false, 80, true, Map.of()), words.toArray(String[]::new));
            return outcome.err() + outcome.out();
        }
    }

    /** All of them, the index among them. */
    static List<VerdictPage> all() throws IOException {
        List<VerdictPage> pages = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                pages.add(new VerdictPage(file, Files.readString(file)));
            }
        }
        return pages;
    }

    /** The file's name without its ending. */
    String name() {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ".md".length());
    }

    boolean isIndex() {
        return name().equals("README");
    }

    List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        Matcher console = CONSOLE.matcher(text);
        while (console.find()) {
            examples.add(new Example(console.group(1), console.group(2)));
        }
        return examples;
    }

    /** The page with what its commands print now. */
    String renewed() {
        String renewed = text;
        for (Example example : examples()) {
            String head = "```console\n$ relogrid " + example.command() + "\n";
            renewed = renewed.replace(head + example.output() + "```", head + example.printed() + "```");
        }
        return renewed;
    }

    /** The files it refers to, relative to its folder. */
    List<String> links() {
        return LINK.matcher(text).results().map(link -> link.group(1)).toList();
    }

    /** The samples whose source it refers to. */
    List<Path> samples() {
        return SAMPLE.matcher(text)
                .results()
                .map(sample -> Path.of(sample.group(1)))
                .toList();
    }

    /** What stands under a heading, up to the next. */
    String section(String heading) {
        int start = text.indexOf("\n## " + heading + "\n");
        int end = text.indexOf("\n## ", start + 1);
        return start < 0 ? "" : text.substring(start, end < 0 ? text.length() : end);
    }

    /** The first block of C under a heading; empty when there is none. */
    String code(String heading) {
        String section = section(heading);
        int start = section.indexOf("```c\n");
        return start < 0 ? "" : section.substring(start + 5, section.indexOf("```", start + 5));
    }
}
