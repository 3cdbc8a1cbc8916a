package dev.relogrid.web.search;

import dev.relogrid.matrix.object.Objects;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.web.api.Headlines;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Objects by a part of their names, or the beginning of their digests. */
@Component
@Order(1)
final class ObjectFinder implements Finder {
    private static final int DIGITS = 12;

    private final Objects objects;
    private final Headlines headlines;

    ObjectFinder(Objects objects, Headlines headlines) {
        this.objects = objects;
        this.headlines = headlines;
    }

    @Override
    public List<Hit> find(String text, int limit) {
        List<StoredObject> found = objects.search(text, limit);
        Map<Long, Headlines.Said> said = headlines.of(found);
        return found.stream().map(object -> hit(object, said.get(object.id()))).toList();
    }

    private static Hit hit(StoredObject object, Headlines.@Nullable Said said) {
        String digits = object.sha256().substring(0, DIGITS);
        return new Hit(
                "object",
                object.name().isEmpty() ? digits : object.name(),
                said == null ? digits : digits + ": " + said.headline(),
                Hit.page("objects", object.sha256()));
    }
}
