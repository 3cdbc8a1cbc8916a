package dev.relogrid.cli;

import dev.relogrid.report.look.Style;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of every command whose text may be coloured and has signs; a mixin. */
final class StyleOptions {
    /** Whether to colour. */
    enum When {
        AUTO,
        ALWAYS,
        NEVER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            description = "Colour the text: ${COMPLETION-CANDIDATES} (on a terminal, unless NO_COLOR is set).")
    private When color = When.AUTO;

    @Option(names = "--ascii", description = "Signs in ASCII only, as without a UTF-8 locale.")
    private boolean ascii;

    Style style() {
        Terminal terminal = Relogrid.of(command).terminal();
        return new Style(colours(terminal), !ascii && terminal.unicode(), terminal.width());
    }

    /** An explicit option first, then CLICOLOR_FORCE, then NO_COLOR (no-color.org), then what stdout is. */
    private boolean colours(Terminal terminal) {
        return switch (color) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> {
                String force = terminal.environment().getOrDefault("CLICOLOR_FORCE", "");
                String no = terminal.environment().getOrDefault("NO_COLOR", "");
                boolean forced = !force.isEmpty() && !force.equals("0");
                yield no.isEmpty() && (forced || terminal.interactive() && !"dumb".equals(term(terminal)));
            }
        };
    }

    private static String term(Terminal terminal) {
        return terminal.environment().getOrDefault("TERM", "");
    }
}
