package dev.relogrid.engine.history;

import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.kernel.Kernel;
import java.util.ArrayList;
import java.util.List;

/** A type that is looked for: {@code struct inode}, or {@code inode} for whatever has the name. */
public final class TypeLookup {
    /** In the order that decides which is meant where several have the name. */
    private static final int[] KINDS = {BtfKind.STRUCT, BtfKind.UNION, BtfKind.ENUM, BtfKind.TYPEDEF};

    private final String kind;
    private final String name;

    private TypeLookup(String kind, String name) {
        this.kind = kind;
        this.name = name;
    }

    /** @throws BadQuestion when it is not a name in C, with the keyword of its kind before it or not */
    public static TypeLookup parse(String text) {
        List<String> words = List.of(text.strip().split("\\s+", -1));
        String kind = words.size() > 1 ? words.getFirst() : "";
        boolean known = kind.isEmpty() || isKind(kind);
        if (words.size() > 2 || !known) {
            throw new BadQuestion(
                    "expected a type such as 'inode', 'struct inode', 'union NAME', 'enum NAME' or 'typedef NAME' but found '"
                            + text.strip() + "'");
        }
        return new TypeLookup(kind, QuestionParser.identifier(words.getLast()));
    }

    /** {@code struct}, {@code union}, {@code enum} or {@code typedef}. */
    public static boolean isKind(String word) {
        for (int kind : KINDS) {
            if (keyword(kind).equals(word)) {
                return true;
            }
        }
        return false;
    }

    /** The keyword of a kind; that of a wide enum is {@code enum}, too. */
    public static String keyword(int kind) {
        return BtfKind.isAnyEnum(kind) ? BtfKind.name(BtfKind.ENUM) : BtfKind.name(kind);
    }

    /** Empty for any. */
    public String kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    /**
     * All types of the name the kernel has, or its modules where it has none of a kind itself; the one that is meant
     * first. None when it has none of the kind that is meant, whatever else it has.
     */
    public List<FoundType> in(Kernel kernel) {
        List<FoundType> meant = new ArrayList<>();
        List<FoundType> others = new ArrayList<>();
        for (int each : KINDS) {
            boolean wanted = kind.isEmpty() || keyword(each).equals(kind);
            for (TypeName.Place place : new TypeName(each, name).in(kernel)) {
                (wanted ? meant : others).add(new FoundType(place));
            }
        }
        if (!meant.isEmpty()) {
            meant.addAll(others);
        }
        return meant;
    }

    /** Names a slip or two away from one that nothing has, or that one contains the other of; at most three. */
    public static List<String> nearest(String name, List<String> names) {
        return SimilarNames.nearest(name, names);
    }

    @Override
    public String toString() {
        return kind.isEmpty() ? name : kind + " " + name;
    }
}
