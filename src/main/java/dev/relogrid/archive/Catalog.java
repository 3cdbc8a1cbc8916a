package dev.relogrid.archive;

import dev.relogrid.archive.CatalogEntry.ModuleEntry;
import dev.relogrid.archive.CatalogEntry.Origin;
import dev.relogrid.engine.bytes.MalformedInput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The archive's table of contents and its form as JSON; docs/ARCHIVE.md describes the fields. */
final class Catalog {
    private static final int FORMAT = 2;

    /** Before there were packs. */
    private static final int WITHOUT_PACKS = 1;

    private final List<PackRef> packs;
    private final List<CatalogEntry> entries;

    private Catalog(List<PackRef> packs, List<CatalogEntry> entries) {
        this.packs = packs;
        this.entries = entries;
    }

    /**
     * @param packs oldest first
     * @param entries kernels that are in none of them; will be sorted by id
     */
    static Catalog of(List<PackRef> packs, List<CatalogEntry> entries) {
        Set<KernelId> ids = new HashSet<>();
        for (CatalogEntry entry : entries) {
            if (!ids.add(entry.id())) {
                throw new MalformedInput("archive catalog", 0, "every kernel once", entry.id() + " twice");
            }
        }
        return new Catalog(
                List.copyOf(packs),
                entries.stream().sorted(Comparator.comparing(CatalogEntry::id)).toList());
    }

    /** Oldest first: a later one's kernel takes the place of an earlier one's of the same id. */
    List<PackRef> packs() {
        return packs;
    }

    /** The kernels that are in no pack. They take the place of kernels of the same id in packs. */
    List<CatalogEntry> entries() {
        return entries;
    }

    static Catalog parse(byte[] json) {
        Row top = new Row(JsonTree.parse("archive catalog", json));
        int format = top.number("format");
        if (format != FORMAT && format != WITHOUT_PACKS) {
            throw new MalformedInput("archive catalog", 0, "format " + FORMAT, "format " + format);
        }
        List<PackRef> packs = new ArrayList<>();
        for (Object pack : format == FORMAT ? top.list("packs") : List.of()) {
            Row row = new Row(pack);
            packs.add(new PackRef(row.string("sha256"), row.number("size"), row.number("kernels")));
        }
        List<CatalogEntry> entries = new ArrayList<>();
        for (Object kernel : top.list("kernels")) {
            entries.add(entry(new Row(kernel)));
        }
        return of(packs, entries);
    }

    private static CatalogEntry entry(Row row) {
        List<ModuleEntry> modules = new ArrayList<>();
        for (Object module : row.list("modules")) {
            Row m = new Row(module);
            modules.add(new ModuleEntry(m.string("name"), m.blob()));
        }
        List<String> source = new ArrayList<>();
        for (Object name : row.list("source")) {
            source.add(String.valueOf(name));
        }
        Object noBtf = row.get("noBtf");
        return new CatalogEntry(
                id(row.string("id")),
                new Origin(row.string("package"), row.string("version"), row.string("flavour"), source),
                blob(row, "btf"),
                modules,
                noBtf == null ? null : noBtf.toString(),
                quarantine(row),
                blob(row, "config"),
                blob(row, "symbols"),
                null);
    }

    /** Null where the kernel has none; catalogs written before there were config and symbols do not have the fields. */
    private static @Nullable BlobRef blob(Row row, String field) {
        Object blob = row.get(field);
        return blob == null ? null : new Row(blob).blob();
    }

    /** Catalogs written before there was a quarantine do not have the field, nor have healthy kernels. */
    private static List<Quarantined> quarantine(Row row) {
        List<Quarantined> parts = new ArrayList<>();
        if (row.get("quarantine") != null) {
            for (Object part : row.list("quarantine")) {
                Row p = new Row(part);
                parts.add(new Quarantined(p.string("part"), p.string("why")));
            }
        }
        return parts;
    }

    private static KernelId id(String text) {
        try {
            return KernelId.of(text);
        } catch (ArchiveProblem e) {
            throw new MalformedInput("archive catalog", 0, "an id of distro/suite/arch/release", "'" + text + "'");
        }
    }

    byte[] toJson() {
        Map<String, @Nullable Object> top = new LinkedHashMap<>();
        top.put("format", FORMAT);
        top.put("packs", packs.stream().map(Catalog::pack).toList());
        top.put("kernels", entries.stream().map(Catalog::row).toList());
        return JsonTree.write(top);
    }

    private static Map<String, @Nullable Object> pack(PackRef pack) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("sha256", pack.sha256());
        row.put("size", pack.size());
        row.put("kernels", pack.kernels());
        return row;
    }

    private static Map<String, @Nullable Object> row(CatalogEntry entry) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", entry.id().toString());
        row.put("distro", entry.id().distro());
        row.put("suite", entry.id().suite());
        row.put("arch", entry.id().arch());
        row.put("release", entry.id().release());
        row.put("package", entry.origin().packageName());
        row.put("version", entry.origin().version());
        row.put("flavour", entry.origin().flavour());
        row.put("source", entry.origin().source());
        row.put("noBtf", entry.noBtf());
        PartRef btf = entry.btf();
        row.put("btf", btf == null ? null : blob(new LinkedHashMap<>(), btf));
        row.put("modules", entry.modules().stream().map(Catalog::module).toList());
        putIfKnown(row, "config", entry.config());
        putIfKnown(row, "symbols", entry.symbols());
        if (!entry.quarantine().isEmpty()) {
            row.put(
                    "quarantine",
                    entry.quarantine().stream().map(Catalog::quarantined).toList());
        }
        return row;
    }

    private static void putIfKnown(Map<String, @Nullable Object> row, String field, @Nullable PartRef blob) {
        if (blob != null) {
            row.put(field, blob(new LinkedHashMap<>(), blob));
        }
    }

    private static Map<String, @Nullable Object> quarantined(Quarantined part) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("part", part.part());
        row.put("why", part.why());
        return row;
    }

    private static Map<String, @Nullable Object> module(ModuleEntry module) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", module.name());
        return blob(row, module.btf());
    }

    private static Map<String, @Nullable Object> blob(Map<String, @Nullable Object> row, PartRef part) {
        if (!(part instanceof BlobRef blob)) {
            throw new IllegalArgumentException("only kernels outside packs have rows of their own");
        }
        row.put("sha256", blob.sha256());
        row.put("size", blob.size());
        row.put("packed", blob.packed());
        return row;
    }

    /** A JSON object whose fields must be there and of their type. */
    private record Row(@Nullable Object node) {
        @Nullable
        Object get(String field) {
            if (!(node instanceof Map<?, ?> map)) {
                throw new MalformedInput("archive catalog", 0, "an object with '" + field + "'", String.valueOf(node));
            }
            return map.get(field);
        }

        String string(String field) {
            if (get(field) instanceof String text) {
                return text;
            }
            throw wrong(field, "a string");
        }

        int number(String field) {
            if (get(field) instanceof Long number && number == number.intValue()) {
                return number.intValue();
            }
            throw wrong(field, "a number");
        }

        List<?> list(String field) {
            if (get(field) instanceof List<?> list) {
                return list;
            }
            throw wrong(field, "a list");
        }

        BlobRef blob() {
            return new BlobRef(string("sha256"), number("size"), number("packed"));
        }

        private MalformedInput wrong(String field, String expected) {
            return new MalformedInput(
                    "archive catalog", 0, expected + " in '" + field + "'", String.valueOf(get(field)));
        }
    }
}
