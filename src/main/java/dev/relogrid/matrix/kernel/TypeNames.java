package dev.relogrid.matrix.kernel;

import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.history.TypeLookup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names of the structs, unions, enums and typedefs of one state of the archive: all that packed kernels and their modules
 * have, and for each machine what the newest of the other kernels has. Tens of thousands of names, a few megabytes.
 */
final class TypeNames {
    /** What is read of kernels that are in no pack takes long. */
    private static final int MOST_LOOSE = 8;

    private final List<Name> names;

    /**
     * A type.
     *
     * @param lower the name in lower case
     */
    private record Name(String kind, String name, String lower) {
        NamedType type() {
            return new NamedType(kind, name);
        }
    }

    private TypeNames(List<Name> names) {
        this.names = names;
    }

    static TypeNames of(ArchiveState state) {
        Set<NamedType> all = new HashSet<>();
        state.archive().eachPackedType((kind, name) -> add(kind, name, all));
        for (StoredKernel kernel : loose(state)) {
            Btf btf = kernel.vmlinux();
            for (int id = 1; btf != null && id < btf.typeCount(); id++) {
                add(btf.kind(id), btf.essentialNameOf(id), all);
            }
        }
        List<Name> names = new ArrayList<>(all.size());
        all.forEach(
                type -> names.add(new Name(type.kind(), type.name(), type.name().toLowerCase(Locale.ROOT))));
        names.sort(Comparator.comparingInt((Name one) -> one.name.length())
                .thenComparing(Name::name)
                .thenComparing(Name::kind));
        return new TypeNames(List.copyOf(names));
    }

    private static void add(int kind, String name, Set<NamedType> into) {
        boolean wanted = BtfKind.isComposite(kind) || BtfKind.isAnyEnum(kind) || kind == BtfKind.TYPEDEF;
        if (wanted && !name.isEmpty()) {
            into.add(new NamedType(TypeLookup.keyword(kind), name));
        }
    }

    private static List<StoredKernel> loose(ArchiveState state) {
        Map<String, CatalogEntry> newest = new LinkedHashMap<>();
        for (CatalogEntry entry : NewestFirst.of(state.archive())) {
            if (entry.place() == null && entry.btf() != null && newest.size() < MOST_LOOSE) {
                newest.putIfAbsent(entry.id().arch(), entry);
            }
        }
        return newest.values().stream().map(state.archive()::kernel).toList();
    }

    /**
     * Names that are, begin with or contain the text, in this order and then the shortest first; upper and lower case are
     * one.
     *
     * @param kind only these; empty for all
     */
    KernelTypes.Names search(String kind, String text, int limit) {
        String wanted = text.toLowerCase(Locale.ROOT);
        List<NamedType> exact = new ArrayList<>();
        List<NamedType> prefix = new ArrayList<>();
        List<NamedType> inside = new ArrayList<>();
        int count = 0;
        for (Name name : names) {
            int at = kind.isEmpty() || name.kind.equals(kind) ? name.lower.indexOf(wanted) : -1;
            if (at >= 0) {
                count++;
                List<NamedType> into = at > 0 ? inside : name.lower.length() == wanted.length() ? exact : prefix;
                if (into.size() < limit) {
                    into.add(name.type());
                }
            }
        }
        exact.addAll(prefix);
        exact.addAll(inside);
        return new KernelTypes.Names(List.copyOf(exact.subList(0, Math.min(limit, exact.size()))), count);
    }

    /** Types of this name, then those whose names may have been meant by it. */
    List<NamedType> near(String name) {
        List<NamedType> near = new ArrayList<>(called(name));
        for (String other :
                TypeLookup.nearest(name, names.stream().map(Name::name).toList())) {
            if (!other.equals(name)) {
                near.addAll(called(other));
            }
        }
        return near;
    }

    private List<NamedType> called(String name) {
        return names.stream()
                .filter(one -> one.name.equals(name))
                .map(Name::type)
                .toList();
    }
}
