package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.relogrid.report.look.Style;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

final class StyleOptionsTest {
    private static final Map<String, String> PLAIN = Map.of("TERM", "xterm");

    @Command(name = "paint")
    private static final class Paint implements Runnable {
        @Mixin
        private StyleOptions options = new StyleOptions();

        private Style chosen = new Style(false, false, 0);

        @Override
        public void run() {
            chosen = options.style();
        }
    }

    private static Style chosen(Terminal terminal, String... args) {
        Paint paint = new Paint();
        CommandLine root = new CommandLine(new Relogrid(terminal, System.out))
                .addSubcommand(paint)
                .setCaseInsensitiveEnumValuesAllowed(true);
        String[] all = new String[args.length + 1];
        all[0] = "paint";
        System.arraycopy(args, 0, all, 1, args.length);
        assertEquals(0, root.execute(all));
        return paint.chosen;
    }

    private static Terminal terminal(boolean interactive, Map<String, String> environment) {
        return new Terminal(interactive, 80, true, environment);
    }

    @Test
    void colourIsForTerminals() {
        assertEquals(true, chosen(terminal(true, PLAIN)).colour());
        assertEquals(false, chosen(terminal(false, PLAIN)).colour());
        assertEquals(false, chosen(terminal(true, Map.of("TERM", "dumb"))).colour());
    }

    @Test
    void theEnvironmentMaySayOtherwise() {
        assertEquals(
                false,
                chosen(terminal(true, Map.of("TERM", "xterm", "NO_COLOR", "1"))).colour());
        assertEquals(
                true,
                chosen(terminal(true, Map.of("TERM", "xterm", "NO_COLOR", ""))).colour());
        assertEquals(
                true, chosen(terminal(false, Map.of("CLICOLOR_FORCE", "1"))).colour());
        assertEquals(
                false, chosen(terminal(false, Map.of("CLICOLOR_FORCE", "0"))).colour());
        assertEquals(
                false,
                chosen(terminal(true, Map.of("CLICOLOR_FORCE", "1", "NO_COLOR", "1")))
                        .colour());
    }

    @Test
    void theOptionHasTheLastWord() {
        assertEquals(
                true,
                chosen(terminal(false, Map.of("NO_COLOR", "1")), "--color=always")
                        .colour());
        assertEquals(
                false,
                chosen(terminal(true, Map.of("CLICOLOR_FORCE", "1")), "--color=never")
                        .colour());
    }

    @Test
    void signsFollowTheLocale() {
        Style utf8 = chosen(terminal(false, PLAIN));
        Style ascii = chosen(terminal(false, PLAIN), "--ascii");
        Style other = chosen(new Terminal(false, 80, false, PLAIN));
        assertEquals("✓ ok ok", utf8.sign("✓", "ok") + " " + ascii.sign("✓", "ok") + " " + other.sign("✓", "ok"));
    }

    @Test
    void paintIsOnlyUsedWhereWanted() {
        assertEquals("\033[31mx\033[0m", new Style(true, true, 80).red("x"));
        assertEquals("x", new Style(false, true, 80).red("x"));
        assertEquals("", new Style(true, true, 80).red(""));
    }

    @Test
    void theLauncherSaysHowWideATerminalIs() {
        Properties launched = new Properties();
        launched.setProperty("native.encoding", "UTF-8");
        launched.setProperty(Terminal.COLUMNS, "132");
        Terminal terminal = Terminal.of(Map.of(), launched);
        assertEquals("true 132 true", terminal.interactive() + " " + terminal.width() + " " + terminal.unicode());
        launched.setProperty(Terminal.COLUMNS, "");
        assertEquals(80, Terminal.of(Map.of(), launched).width());
    }
}
