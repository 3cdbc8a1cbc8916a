package dev.relogrid.web.page;

import dev.relogrid.web.page.Table.Field;
import java.util.List;

/** Types of the kernel in words. */
final class TypeSheets {
    private static final int BYTE = 8;

    private TypeSheets() {}

    static Sheet found(Told told) {
        List<Told> types = told.list("types");
        long count = told.number("count");
        String query = told.text("query");
        String headline = query.isEmpty()
                ? "Which type? /types?q=inode looks for a part of a name, /types/inode shows one."
                : Told.count(count, "type") + " named like " + query
                        + (count > types.size() ? ", the first " + types.size() + "." : ".");
        return Sheet.of(
                headline,
                Table.of(
                        types,
                        Field.text("Type", type -> type.text("type")),
                        Field.text("Page", type -> "/types/" + type.text("type").replace(" ", "%20"))));
    }

    static Sheet one(Told told) {
        long size = told.number("size");
        String target = told.text("target");
        String headline = told.text("type")
                + (target.isEmpty() ? "" : ", another name of " + target)
                + (size == 0 ? "" : ", " + Told.count(size, "byte"))
                + ", on " + told.text("kernel") + ".";
        Table facts = Table.facts(
                "package", told.text("version"),
                "module", told.text("module"),
                "also there", told.texts("others", ", "),
                "different ones of that name", told.number("variants") > 1 ? told.text("variants") : "");
        Table members = Table.of(
                told.list("members"),
                Field.number("Byte", TypeSheets::place),
                Field.number("Size", TypeSheets::size),
                Field.text("Member", member -> member.text("path")),
                Field.text("Type", member -> member.text("type")));
        Table values = Table.of(
                told.list("enumerators"),
                Field.text("Name", value -> value.text("name")),
                Field.number("Value", value -> value.text("value")));
        return Sheet.of(headline, facts, members, values);
    }

    /** A bit-field's begins within a byte. */
    private static String place(Told member) {
        long bits = member.number("bitOffset");
        return bits / BYTE + (member.is("bitfield") ? ":" + bits % BYTE : "");
    }

    private static String size(Told member) {
        long bits = member.number("bitSize");
        return member.is("bitfield") ? bits + " bits" : String.valueOf(bits / BYTE);
    }
}
