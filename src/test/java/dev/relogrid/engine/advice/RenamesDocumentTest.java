package dev.relogrid.engine.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.relogrid.engine.advice.Rename.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/RENAMES.md is the table, for people; {@code -Drenames.update} writes it anew. */
final class RenamesDocumentTest {
    private static final Path DOCUMENT = Path.of("docs", "RENAMES.md");

    @Test
    void theDocumentIsTheTable() throws IOException {
        String text = text();
        if (Boolean.getBoolean("renames.update")) {
            Files.writeString(DOCUMENT, text);
        }
        assertEquals(text, Files.readString(DOCUMENT));
    }

    private static String text() {
        StringBuilder text = new StringBuilder("""
                # Renames
                What moved in kernels from 5.5 on that eBPF programs read, as `relogrid explain` knows it. `RenamesTest` holds each
                entry against the archived kernels; they contradict none. This page is written by `RenamesDocumentTest`
                (`-Drenames.update=true`) from the tables in `engine/advice/*Renames.java`.

                Where no commit is given, *by* names the first archived kernel that has the change. `≠` marks a successor whose
                value means something else, for which no code is offered.
                """);
        section(text, Kind.FIELD, "Fields");
        section(text, Kind.TYPE, "Types");
        section(text, Kind.ENUM_VALUE, "Enumerators");
        section(text, Kind.FUNCTION, "Functions");
        return text.toString();
    }

    private static void section(StringBuilder text, Kind kind, String title) {
        List<Rename> entries =
                Renames.all().stream().filter(rename -> rename.kind() == kind).toList();
        text.append("\n## ").append(title).append(" (").append(entries.size()).append(")\n");
        text.append("| was | is | since | why |\n|---|---|---|---|\n");
        String owner = "";
        for (Rename rename : entries) {
            if (!rename.owner().equals(owner)) {
                owner = rename.owner();
                text.append("| **").append(owner).append("** | | | |\n");
            }
            text.append("| `")
                    .append(rename.from())
                    .append("` | ")
                    .append(successor(rename))
                    .append(" | ");
            text.append(origin(rename.origin()))
                    .append(" | ")
                    .append(rename.what())
                    .append(" |\n");
        }
    }

    private static String successor(Rename rename) {
        if (rename.isGone()) {
            return "gone";
        }
        boolean marked = !rename.sameValue();
        return (marked ? "≠ " : "") + "`" + String.join("`, `", rename.to()) + "`";
    }

    private static String origin(Origin origin) {
        return (origin.exact() ? "" : "by ")
                + origin.since()
                + (origin.commit().isEmpty() ? "" : " " + origin.commit())
                + (origin.backports().isEmpty() ? "" : ", also " + origin.backports());
    }
}
