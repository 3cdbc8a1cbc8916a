package dev.relogrid.policy;

import dev.relogrid.policy.PolicyProblem.Place;
import dev.relogrid.policy.YamlNode.Entry;
import dev.relogrid.policy.YamlNode.Items;
import dev.relogrid.policy.YamlNode.Keyed;
import dev.relogrid.policy.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The part of YAML a policy needs: one document of values, lists and keys. Anchors, aliases and tags are refused, so what
 * is read is never larger than what was written; nesting is bounded.
 */
final class YamlReader {
    private static final int DEEPEST = 8;
    private static final int LONGEST_SHOWN = 60;
    private final Iterator<Event> events;

    private YamlReader(Iterator<Event> events) {
        this.events = events;
    }

    /** Nothing when the text has nothing but space and comments. */
    static Optional<YamlNode> read(String text) {
        refuseHalves(text);
        try {
            return new YamlReader(new Parse(settings(text)).parseString(text).iterator()).document();
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark().map(YamlReader::place).orElse(Place.START);
            throw new PolicyProblem(place, "this is not YAML: " + e.getProblem() + hint(text, place));
        } catch (YamlEngineException e) {
            throw new PolicyProblem(Place.START, "this is not YAML: " + firstLine(String.valueOf(e.getMessage())));
        }
    }

    /** The parser reads the text in one go: at the end of its buffer it stumbles over characters of two halves. */
    private static LoadSettings settings(String text) {
        return LoadSettings.builder()
                .setUseMarks(true)
                .setBufferSize(text.length() + 1)
                .setCodePointLimit(Policy.LONGEST)
                .build();
    }

    /** Halves of characters, which the parser stumbles over. */
    private static void refuseHalves(String text) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            } else if (Character.getType(text.codePointAt(i)) == Character.SURROGATE) {
                throw new PolicyProblem(new Place(line, i - lineStart + 1), "this is not UTF-8");
            }
        }
    }

    /** What a text says, as far as it can be shown in one line. */
    static String shortened(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(LONGEST_SHOWN)
                .forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? '\ufffd' : c));
        return text.codePointCount(0, text.length()) > LONGEST_SHOWN ? shown + "…" : shown.toString();
    }

    private static String firstLine(String text) {
        return shortened(text.lines().findFirst().orElse(""));
    }

    /** Queries begin with signs that mean something to YAML. */
    private static String hint(String text, Place place) {
        String line = text.lines().skip(place.line() - 1L).findFirst().orElse("");
        boolean sign = line.indexOf('>') >= 0 || line.indexOf('*') >= 0;
        return sign ? "; a query with > or * at its beginning has to stand in quotes" : "";
    }

    private Optional<YamlNode> document() {
        events.next(); // the stream's start
        Event first = events.next();
        if (first.getEventId() != Event.ID.DocumentStart) {
            return Optional.empty();
        }
        YamlNode root = node(events.next(), 0);
        events.next(); // the document's end
        Event after = events.next();
        if (after.getEventId() != Event.ID.StreamEnd) {
            throw new PolicyProblem(place(after), "a policy is one YAML document, and here a second one begins");
        }
        return root instanceof Scalar scalar && scalar.text().isEmpty() ? Optional.empty() : Optional.of(root);
    }

    private YamlNode node(Event event, int depth) {
        refuse(event);
        if (depth > DEEPEST) {
            throw new PolicyProblem(place(event), "nothing in a policy is nested this deep");
        }
        return switch (event.getEventId()) {
            case Scalar -> new Scalar(((ScalarEvent) event).getValue(), place(event));
            case SequenceStart -> new Items(items(depth), place(event));
            case MappingStart -> new Keyed(entries(depth), place(event));
            default -> throw new PolicyProblem(place(event), "expected a value");
        };
    }

    private List<YamlNode> items(int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
            items.add(node(next, depth + 1));
        }
        return items;
    }

    private List<Entry> entries(int depth) {
        List<Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            if (!(node(next, depth + 1) instanceof Scalar key)) {
                throw new PolicyProblem(place(next), "a key is a single word here");
            }
            if (!keys.add(key.text())) {
                throw new PolicyProblem(key.place(), "key " + key.kind() + " is there twice");
            }
            entries.add(new Entry(key, node(events.next(), depth + 1)));
        }
        return entries;
    }

    private static void refuse(Event event) {
        boolean alias = event.getEventId() == Event.ID.Alias;
        if (alias || event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw new PolicyProblem(
                    place(event),
                    "anchors and aliases (& and *) are not used in policies; a pattern that begins with * has to stand in "
                            + "quotes");
        }
        boolean tagged = event instanceof ScalarEvent scalar && scalar.getTag().isPresent()
                || event instanceof CollectionStartEvent start && start.getTag().isPresent();
        if (tagged) {
            throw new PolicyProblem(place(event), "tags (!) are not used in policies");
        }
    }

    private static Place place(Event event) {
        return event.getStartMark().map(YamlReader::place).orElse(Place.START);
    }

    private static Place place(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
