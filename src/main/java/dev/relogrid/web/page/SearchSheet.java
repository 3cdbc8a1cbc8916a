package dev.relogrid.web.page;

import dev.relogrid.web.page.Table.Field;
import java.util.List;

/** What was found, in words. */
final class SearchSheet {
    private SearchSheet() {}

    static Sheet of(Told told) {
        List<Told> hits = told.list("hits");
        String query = told.text("query");
        String headline = query.isEmpty()
                ? "What is looked for? /search?q=i_ctime finds objects, kernels, projects, types, fields and causes."
                : hits.isEmpty()
                        ? "Nothing is called " + query + "."
                        : Told.count(hits.size(), "thing") + " called like " + query + ".";
        return Sheet.of(
                headline,
                Table.of(
                        hits,
                        Field.text("Kind", hit -> hit.text("kind")),
                        Field.text("Name", hit -> hit.text("label")),
                        Field.text("Page", hit -> hit.text("href")),
                        Field.text("What", hit -> hit.text("detail"))));
    }
}
