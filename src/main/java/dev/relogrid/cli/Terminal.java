package dev.relogrid.cli;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What stdout is, and what the environment says about how to write to it.
 *
 * @param interactive whether a person looks at it
 * @param width columns
 * @param unicode whether the locale's characters are UTF-8
 * @param environment for {@code NO_COLOR} and the like
 */
record Terminal(boolean interactive, int width, boolean unicode, Map<String, String> environment) {
    /** By which the launcher says that stdout is a terminal, and how wide. */
    static final String COLUMNS = "relogrid.columns";

    private static final int DEFAULT_WIDTH = 80;

    static Terminal of(Map<String, String> environment, Properties properties) {
        String columns = properties.getProperty(COLUMNS);
        return new Terminal(
                columns != null || hasConsole(),
                width(columns == null ? environment.get("COLUMNS") : columns),
                StandardCharsets.UTF_8.name().equals(properties.getProperty("native.encoding")),
                environment);
    }

    /** A file or a pipe, read by a program. */
    static Terminal none(Map<String, String> environment) {
        return new Terminal(false, DEFAULT_WIDTH, true, environment);
    }

    @SuppressWarnings("SystemConsoleNull") // it is null again since 25, for output that is no terminal
    private static boolean hasConsole() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    private static int width(@Nullable String columns) {
        try {
            int width = columns == null ? 0 : Integer.parseInt(columns.strip());
            return width > 0 ? width : DEFAULT_WIDTH;
        } catch (NumberFormatException e) {
            return DEFAULT_WIDTH;
        }
    }
}
