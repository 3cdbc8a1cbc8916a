package dev.relogrid.archive;

import dev.relogrid.archive.CatalogEntry.ModuleEntry;
import dev.relogrid.archive.CatalogEntry.Origin;
import dev.relogrid.archive.pack.PackedKernel;
import dev.relogrid.engine.bytes.MalformedInput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the catalog as packs keep them. The facts of a kernel are, in this order: its id; the package, version and
 * flavour; the names of all packages it was taken from, with blanks between them; why it has no BTF; the SHA-256 of its
 * BTF; then for each part in quarantine its name, a tab, and why. What is not known is empty.
 */
final class PackedRows {
    private static final int FIXED = 7;

    private PackedRows() {}

    static List<String> facts(CatalogEntry entry) {
        Origin origin = entry.origin();
        List<String> facts = new ArrayList<>(List.of(
                entry.id().toString(),
                origin.packageName(),
                origin.version(),
                origin.flavour(),
                String.join(" ", origin.source()),
                entry.noBtf() == null ? "" : entry.noBtf(),
                sha256(entry.btf())));
        entry.quarantine().forEach(part -> facts.add(part.part() + "\t" + part.why()));
        return facts.stream().map(fact -> fact.replace('\0', ' ')).toList();
    }

    private static String sha256(@Nullable PartRef part) {
        String sha256 = part == null ? null : part.sha256();
        return sha256 == null ? "" : sha256;
    }

    /** @throws MalformedInput when somebody else packed it */
    static CatalogEntry entry(PackedKernel kernel, PackRef.Place place) {
        List<String> facts = kernel.facts();
        if (facts.size() < FIXED) {
            throw new MalformedInput("pack", 0, FIXED + " facts of every kernel", facts.size() + "");
        }
        List<ModuleEntry> modules = new ArrayList<>(kernel.modules().size());
        for (PackedKernel.Part module : kernel.modules()) {
            modules.add(new ModuleEntry(module.name(), new PackedPart(module.size(), null)));
        }
        String sources = facts.get(4);
        String noBtf = facts.get(5);
        String sha256 = facts.get(6);
        return new CatalogEntry(
                id(facts.getFirst()),
                new Origin(
                        facts.get(1),
                        facts.get(2),
                        facts.get(3),
                        sources.isEmpty() ? List.of() : List.of(sources.split(" "))),
                kernel.hasTypes() ? new PackedPart(kernel.types().size(), sha256.isEmpty() ? null : sha256) : null,
                modules,
                noBtf.isEmpty() ? null : noBtf,
                quarantine(facts),
                kernel.config() ? new PackedPart(0, null) : null,
                kernel.symbols() ? new PackedPart(0, null) : null,
                place);
    }

    private static KernelId id(String text) {
        try {
            return KernelId.of(text);
        } catch (ArchiveProblem e) {
            throw new MalformedInput("pack", 0, "an id of distro/suite/arch/release", "'" + text + "'");
        }
    }

    private static List<Quarantined> quarantine(List<String> facts) {
        List<Quarantined> parts = new ArrayList<>();
        for (String fact : facts.subList(FIXED, facts.size())) {
            int tab = Math.max(0, fact.indexOf('\t'));
            parts.add(new Quarantined(fact.substring(0, tab), fact.substring(Math.min(fact.length(), tab + 1))));
        }
        return parts;
    }
}
