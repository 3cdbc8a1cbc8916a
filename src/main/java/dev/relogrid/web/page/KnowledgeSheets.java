package dev.relogrid.web.page;

import dev.relogrid.web.page.Table.Field;
import java.util.List;

/** What is known of kernels' types, in words. */
final class KnowledgeSheets {
    private KnowledgeSheets() {}

    static Sheet renames(Told told) {
        List<Told> renames = told.list("renames");
        return Sheet.of(
                Told.count(renames.size(), "thing") + " of the kernel that changed name, place or type.",
                Table.of(
                        renames,
                        Field.text("What it was", KnowledgeSheets::before),
                        Field.text("Since", rename -> rename.text("since")),
                        Field.text("Commit", rename -> rename.text("commit")),
                        Field.text("What it is", KnowledgeSheets::after)));
    }

    private static String before(Told rename) {
        String owner = rename.text("owner");
        return owner.isEmpty() ? rename.text("from") : owner + " " + rename.text("from");
    }

    private static String after(Told rename) {
        String to = rename.texts("to", " or ");
        return (to.isEmpty() ? "gone" : to) + ": " + rename.text("what");
    }
}
