package dev.relogrid.cli;

import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.SourceLine;
import dev.relogrid.engine.usage.Use;
import dev.relogrid.report.look.Printable;
import dev.relogrid.report.look.Style;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who uses something, for people: objects, in them programs, in them lines. */
final class WhoUsesText {
    private final Style style;
    private final PrintWriter out;

    WhoUsesText(Style style, PrintWriter out) {
        this.style = style;
        this.out = out;
    }

    void print(String sought, Map<String, List<Use>> uses) {
        int using = 0;
        for (Map.Entry<String, List<Use>> object : uses.entrySet()) {
            if (!object.getValue().isEmpty()) {
                using++;
                object(object.getKey(), object.getValue());
                out.println();
            }
        }
        out.println(style.bold(Printable.text(sought)) + ": used by " + using + " of " + uses.size()
                + (uses.size() == 1 ? " object" : " objects"));
    }

    private void object(String name, List<Use> uses) {
        out.println(style.bold(Printable.text(name)));
        Use before = null;
        for (Use use : uses) {
            boolean same = before != null && Objects.equals(before.program(), use.program());
            if (!same) {
                out.println("  " + Printable.text(owner(use.program())));
            }
            SourceLine line = use.line();
            SourceLine last = before != null && same ? before.line() : null;
            if (line != null && !line.equals(last)) {
                String file = line.file().substring(line.file().lastIndexOf('/') + 1);
                out.println("    " + style.faint(Printable.text(file + ":" + line.line() + "  " + line.text())));
            }
            String number = use.relocation() < 0 ? "" : "#" + use.relocation() + " ";
            out.println("      " + Printable.text(number + use.how() + "  " + use.what()));
            before = use;
        }
    }

    private static String owner(@Nullable Program program) {
        return program == null ? "(in no program)" : program.name() + "  " + program.sectionName();
    }
}
