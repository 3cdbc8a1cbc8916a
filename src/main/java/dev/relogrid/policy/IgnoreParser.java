package dev.relogrid.policy;

import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.policy.YamlNode.Entry;
import dev.relogrid.policy.YamlNode.Keyed;
import dev.relogrid.policy.YamlNode.Scalar;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One entry of {@code ignore}. */
final class IgnoreParser {
    private static final List<String> KEYS = List.of("code", "path", "program", "reason", "until");

    private @Nullable CauseCode code;
    private @Nullable String path;
    private @Nullable String program;
    private @Nullable String reason;
    private @Nullable LocalDate until;

    private IgnoreParser() {}

    static Ignore parse(YamlNode item) {
        Keyed keyed = Expect.keyed("an entry of 'ignore'", item);
        IgnoreParser parser = new IgnoreParser();
        for (Entry entry : keyed.entries()) {
            parser.read(entry.key(), entry.value());
        }
        String why = parser.reason;
        LocalDate end = parser.until;
        if (parser.code == null && parser.path == null && parser.program == null) {
            throw new PolicyProblem(item.place(), "an entry of 'ignore' needs a 'code', a 'path' or a 'program'");
        }
        if (why == null) {
            throw new PolicyProblem(item.place(), "an entry of 'ignore' needs a 'reason'");
        }
        if (end == null) {
            throw new PolicyProblem(item.place(), "an entry of 'ignore' needs 'until', the last day it holds");
        }
        return new Ignore(parser.code, parser.path, parser.program, why, end);
    }

    private void read(Scalar key, YamlNode value) {
        switch (key.text()) {
            case "code" -> code = code(Expect.text("code", value));
            case "path" -> path = Expect.text("path", value).text();
            case "program" -> program = Expect.text("program", value).text();
            case "reason" -> reason = Expect.text("reason", value).text();
            case "until" -> until = date(Expect.text("until", value));
            default -> throw Expect.unknown("key", key, KEYS);
        }
    }

    /** As reports print it, or as its page in the documentation is called. */
    private static CauseCode code(Scalar word) {
        return Arrays.stream(CauseCode.values())
                .filter(known -> known.name().equals(word.text().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Expect.unknown(
                        "code",
                        word,
                        Arrays.stream(CauseCode.values()).map(CauseCode::name).toList()));
    }

    private static LocalDate date(Scalar text) {
        try {
            return LocalDate.parse(text.text());
        } catch (DateTimeParseException e) {
            throw new PolicyProblem(text.place(), "expected a day like 2027-03-31, found " + text.kind());
        }
    }
}
