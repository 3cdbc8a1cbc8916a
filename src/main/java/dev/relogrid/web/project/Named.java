package dev.relogrid.web.project;

import dev.relogrid.matrix.object.Objects;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.matrix.project.RefObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An object under the path it is to be called by. */
record Named(String path, StoredObject object) {

    /** What a ref has, with one look at the database. */
    static List<Named> all(List<RefObject> attached, Objects objects) {
        Map<Long, StoredObject> rows = new HashMap<>();
        objects.all(attached.stream().map(RefObject::objectId).toList()).forEach(row -> rows.put(row.id(), row));
        return attached.stream()
                .map(each -> new Named(
                        each.path(), java.util.Objects.requireNonNull(rows.get(each.objectId()), "a ref's object")))
                .toList();
    }
}
