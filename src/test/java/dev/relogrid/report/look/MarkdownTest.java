package dev.relogrid.report.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MarkdownTest {
    @ParameterizedTest
    @CsvSource({
        "struct inode has no i_ctime, 'struct inode has no i_ctime'",
        "__i_ctime, '\\_\\_i_ctime'",
        "a & b, 'a &amp; b'",
        "'<!-- x -->', '\\<!-- x --\\>'",
        "@team, '&#64;team'",
    })
    void nothingInATextIsMarkup(String text, String shown) {
        assertEquals(shown, Markdown.text(text));
    }

    @Test
    void aNameIsCodeAndStaysInItsCell() {
        assertEquals("`a'b\\|c`", Markdown.code("a`b|c"));
        assertEquals("`a\\x0ab`", Markdown.code("a\nb"));
        assertEquals("", Markdown.code(" "));
    }

    @Test
    void aBlockEndsWhereItsFenceIsAndNotBefore() {
        assertEquals("```c\nint x;\n    y();\n```", Markdown.block("c", "int x;\n\ty();\n"));
        assertEquals("````c\n```\n````", Markdown.block("c", "```"));
    }

    @Test
    void rowsThatDoNotFitAreCountedAndNothingIsCutInTwo() {
        Markdown out = new Markdown(20);
        assertEquals(2, out.addRows("head", List.of("one", "three", "fourth one", "five")));
        assertEquals("head\none\nthree\n", out.toString());
        assertEquals(1, out.addRows("another head", List.of("x")));
        out.end("3 left out");
        assertEquals("head\none\nthree\n3 left out\n", out.toString());
    }
}
