package dev.relogrid.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.web.page.Table.Field;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** How sheets look, as text and as Markdown. */
final class SheetTest {
    private static final String ROWS = """
            [{"name": "a.bpf.o", "count": 7, "at": "2026-11-23T18:16:12.066589Z", "why": "short"},
             {"name": "p|pe_\\u001b[31m", "count": 1234, "at": null, "why": "%s"}]
            """.formatted("word ".repeat(40).strip());

    private static final Told ROOT = new Told(JsonMapper.shared().readTree("{\"rows\": " + ROWS + "}"));
    private static final Sheet SHEET = Sheet.of(
            "2 rows.",
            Table.facts("of", "somebody", "left out", ""),
            Table.of(
                            ROOT.list("rows"),
                            Field.text("Name", row -> row.text("name")),
                            Field.number("Count", row -> row.text("count")),
                            Field.text("At", row -> row.time("at")),
                            Field.text("Why", row -> row.text("why")))
                    .titled("Rows"),
            Table.of(List.of(), Field.text("Nothing", Told::text)));

    @Test
    void columnsAreInLine() {
        String text = SheetText.of(SHEET, List.of("JSON: http://here/api"));
        assertEquals("""
                2 rows.

                of  somebody

                Rows
                NAME           COUNT  AT                    WHY
                a.bpf.o            7  2026-11-23 18:16 UTC  short
                p|pe_\\x1b[31m   1234  -                     word word word word word word word word word word word word word word word
                                                            word word word word word word word word word word word word word word word
                                                            word word word word word word word word word word

                JSON: http://here/api
                """, text);
        assertTrue(text.lines().allMatch(line -> line.length() <= 120), text);
    }

    @Test
    void markdownIsATableInWhichNothingIsMarkup() {
        String markdown = SheetMarkdown.of(SHEET, List.of("JSON: <http://here/api>"));
        assertTrue(markdown.contains("| Name | Count | At | Why |\n| --- | ---: | --- | --- |\n"), markdown);
        assertTrue(markdown.contains("| a.bpf.o | 7 | 2026-11-23 18:16 UTC | short |\n"), markdown);
        assertTrue(markdown.contains("| p\\|pe\\_\\\\x1b\\[31m | 1234 |  | word"), markdown);
        assertFalse(markdown.contains("Nothing"), "a table of nothing");
        assertTrue(markdown.endsWith("\nJSON: <http://here/api>\n"), markdown);
    }

    @Test
    void whatIsNotThereIsEmpty() {
        assertEquals("", ROOT.text("none/such"));
        assertEquals(0, ROOT.number("none"));
        assertFalse(ROOT.is("none"));
        assertEquals(List.of(), ROOT.list("none"));
        assertEquals("1 thing", Told.count(1, "thing"));
        assertEquals("0 things", Told.count(0, "thing"));
    }
}
