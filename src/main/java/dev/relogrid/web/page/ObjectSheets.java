package dev.relogrid.web.page;

import dev.relogrid.web.page.Table.Field;
import java.util.List;

/** Objects in words. */
final class ObjectSheets {
    private ObjectSheets() {}

    static Sheet all(Told told) {
        List<Told> objects = told.list("objects");
        String headline = objects.isEmpty()
                ? "No objects yet: relogrid push, or PUT /api/v1/objects/{sha256}, uploads one."
                : Told.count(objects.size(), "object") + ", the latest first.";
        return Sheet.of(
                        headline,
                        Table.of(
                                objects,
                                Field.text("Object", object -> object.digest("sha256")),
                                Field.text("Name", object -> object.text("name")),
                                Field.text("Uploaded", object -> object.time("uploadedAt")),
                                Field.number(
                                        "Programs",
                                        object -> "" + object.list("programs").size()),
                                Field.number("Relocations", object -> object.text("relocations")),
                                Field.text("What comes of it", object -> object.text("headline"))))
                .goingOn(told);
    }
}
