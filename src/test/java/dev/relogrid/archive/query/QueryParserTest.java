package dev.relogrid.archive.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.ArchiveProblem;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is understood, and what is not is said exactly. */
final class QueryParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "debian | debian",
                "debian>=11 | debian >= 11",
                "debian = 12 | debian 12",
                "debian 11 .. 13 | debian 11..13",
                "debian bullseye..sid | debian bullseye..sid",
                "ubuntu 22.04 | ubuntu 22.04",
                "6.1 | 6.1",
                "6.1..6.12 | 6.1..6.12",
                ">=6.6 | >= 6.6",
                "6.1.0-50-amd64 | 6.1.0-50-amd64",
                "6.12.107+deb13 | 6.12.107+deb13",
                "flavour:cloud | cloud",
                "RT | rt",
                "flavor:amd64 | flavour:amd64",
                "Arch:amd64 | arch:amd64",
                "latest | latest 1",
                "latest 3 | latest 3",
                "latest and lts | latest 1 and lts",
                "a, b,c | a or b or c",
                "a and b or c and not d | a and b or c and not d",
                "a and (b or c) | a and (b or c)",
                "NOT (a AND b) | not (a and b)",
                "not not a | not not a",
                "((a)) | a",
                "a or (b or c) | a or (b or c)",
                "a and (b and c) | a and (b and c)",
                "*/arm64/6.* | */arm64/6.*"
            })
    void isUnderstoodAs(String query, String meaning) {
        assertEquals(meaning, KernelQuery.parse(query).toString());
        assertEquals(meaning, KernelQuery.parse(meaning).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "debian >= | 10 | a number or a suite of debian but found the end",
                "debian >= foo | 11 | a number or a suite of debian but found 'foo'",
                "debian 13..11 | 12 | a number or a suite of debian from 13 on but found '11'",
                "debian cloud | 8 | 'and', 'or', ',' or the end but found 'cloud'",
                "a and | 6 | a kernel, as in 'debian >= 12', '6.1', 'arch:amd64' or 'latest 3', but found the end",
                "a or or b | 6 | a kernel, as in 'debian >= 12', '6.1', 'arch:amd64' or 'latest 3', but found 'or'",
                "(a or b | 8 | 'and', 'or', ',' or ')' but found the end",
                "a) | 2 | 'and', 'or', ',' or the end but found ')'",
                "() | 2 | a kernel, as in 'debian >= 12', '6.1', 'arch:amd64' or 'latest 3', but found ')'",
                "6.1.. | 6 | a version, as in '6.6', but found the end",
                ">= 6.1.0-50 | 4 | a version, as in '6.6', but found '6.1.0-50'",
                "6.12..6.1 | 7 | a version, as in '6.6', from 6.12 on but found '6.1'",
                "latest 0 | 8 | a whole number of at least 1 but found '0'",
                "latest 1.5 | 8 | a whole number of at least 1 but found '1.5'",
                "archh:amd64 | 1 | one of distro:, suite:, arch:, flavour: but found 'archh:amd64'",
                "lts and arch: amd64 | 14 | a value right after ':' but found 'amd64'"
            })
    void isNotUnderstood(String query, int column, String expected) {
        assertEquals(
                "query '" + query + "', column " + column + ": expected " + expected,
                assertThrows(ArchiveProblem.class, () -> KernelQuery.parse(query))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void nothingIsNoQuery(String query) {
        String message = String.valueOf(assertThrows(ArchiveProblem.class, () -> KernelQuery.parse(query))
                .getMessage());
        assertTrue(message.contains("expected a kernel") && message.endsWith("found the end"), message);
    }

    @Test
    void depthAndLengthAreBounded() {
        assertEquals(
                "a", KernelQuery.parse("(".repeat(100) + "a" + ")".repeat(100)).toString());
        for (String deep : new String[] {"(".repeat(5000), "not ".repeat(2000) + "a", "(not ".repeat(51) + "a"}) {
            String message = String.valueOf(assertThrows(ArchiveProblem.class, () -> KernelQuery.parse(deep))
                    .getMessage());
            assertTrue(message.contains("at most 100"), message);
        }
        assertEquals(
                "a query has at most 10000 characters, not 10001",
                assertThrows(ArchiveProblem.class, () -> KernelQuery.parse("a".repeat(10_001)))
                        .getMessage());
    }

    @Test
    void whatIsPrintedIsUnderstoodAsTheSame() {
        RandomQueries random = new RandomQueries(7);
        for (int round = 0; round < 5_000; round++) {
            Expression expression = random.expression(3);
            assertEquals(expression, QueryParser.parse(expression.toString()));
        }
    }

    /** Whatever the text, it is a query or there is a sentence with a column inside it or just behind. */
    @Test
    void anythingElseHasASentence() {
        String alphabet = "( ),<>=..a6:-*nd not or and latest debian ";
        Random random = new Random(8);
        int understood = 0;
        for (int round = 0; round < 20_000; round++) {
            String query = random.ints(random.nextInt(12), 0, alphabet.length())
                    .mapToObj(i -> alphabet.substring(i, Math.min(alphabet.length(), i + 1 + random.nextInt(4))))
                    .collect(Collectors.joining());
            try {
                assertEquals(
                        QueryParser.parse(query),
                        QueryParser.parse(QueryParser.parse(query).toString()));
                understood++;
            } catch (ArchiveProblem e) {
                String rest = String.valueOf(e.getMessage()).substring(("query '" + query + "', column ").length());
                int column = Integer.parseInt(rest.substring(0, rest.indexOf(':')));
                assertTrue(column >= 1 && column <= query.length() + 1, e::getMessage);
            }
        }
        assertTrue(understood > 500, understood + " queries were understood");
    }
}
