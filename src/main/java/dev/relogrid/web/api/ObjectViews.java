package dev.relogrid.web.api;

import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.matrix.project.Holders;
import dev.relogrid.web.api.ObjectView.HolderView;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows objects with the newest that was said of them. */
@Component
final class ObjectViews {
    private static final int MOST_PROJECTS = 20;

    private final Headlines headlines;
    private final Holders holders;

    ObjectViews(Headlines headlines, Holders holders) {
        this.headlines = headlines;
        this.holders = holders;
    }

    ObjectView one(StoredObject object) {
        List<HolderView> projects =
                holders.of(object, MOST_PROJECTS).stream().map(HolderView::of).toList();
        return ObjectView.of(object, headlines.of(List.of(object)).get(object.id()), projects);
    }

    List<ObjectView> all(List<StoredObject> objects) {
        Map<Long, Headlines.Said> said = headlines.of(objects);
        return objects.stream()
                .map(object -> ObjectView.of(object, said.get(object.id()), null))
                .toList();
    }
}
