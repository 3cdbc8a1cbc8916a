package dev.relogrid.web.search;

import dev.relogrid.web.api.CauseMeanings;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Codes of causes, with blanks or hyphens for their underscores. */
@Component
@Order(6)
final class CauseFinder implements Finder {

    @Override
    public List<Hit> find(String text, int limit) {
        String wanted = text.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return CauseMeanings.all().stream()
                .filter(cause -> cause.code().contains(wanted))
                .limit(limit)
                .map(cause ->
                        new Hit("cause", cause.code(), cause.meaning(), Hit.page("docs", "verdicts", cause.code())))
                .toList();
    }
}
