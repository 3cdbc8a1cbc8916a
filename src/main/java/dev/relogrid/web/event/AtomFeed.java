package dev.relogrid.web.event;

import dev.relogrid.matrix.event.CauseLine;
import dev.relogrid.matrix.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** Events as RFC 4287 has it. */
final class AtomFeed {
    private AtomFeed() {}

    /**
     * Writes a feed.
     *
     * @param project null for all
     * @param self the feed's own address
     * @param events the newest first
     */
    static String of(@Nullable String project, String self, List<Event> events) {
        Instant updated = events.isEmpty() ? Instant.EPOCH : events.getFirst().at();
        String title = project == null ? "Relogrid" : "Relogrid: " + project;
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom">
                  <id>urn:relogrid:events:%s</id>
                  <title>%s</title>
                  <updated>%s</updated>
                  <author><name>relogrid</name></author>
                  <link rel="self" href="%s"/>
                """.formatted(escaped(project == null ? "" : project), escaped(title), updated, escaped(self))
                + events.stream().map(AtomFeed::entry).collect(Collectors.joining())
                + "</feed>\n";
    }

    private static String entry(Event event) {
        String causes = event.body().causes().stream()
                .map(CauseLine::sentence)
                .distinct()
                .collect(Collectors.joining("; "));
        return """
                  <entry>
                    <id>urn:relogrid:event:%d</id>
                    <title>%s</title>
                    <updated>%s</updated>
                    <category term="%s"/>
                    <summary>%s</summary>
                  </entry>
                """.formatted(event.id(), escaped(event.sentence()), event.at(), escaped(event.kind()), escaped(causes));
    }

    /** XML knows no way to write most control characters. */
    private static String escaped(String text) {
        return HtmlUtils.htmlEscapeDecimal(text.replaceAll("\\p{Cntrl}", " "), "UTF-8");
    }
}
