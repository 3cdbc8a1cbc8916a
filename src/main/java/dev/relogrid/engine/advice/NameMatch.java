package dev.relogrid.engine.advice;

import dev.relogrid.engine.advice.Rename.Kind;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.EssentialName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Suggestions for types, by their names. */
final class NameMatch {
    private NameMatch() {}

    static List<Suggestion> type(int kind, String name, Btf target) {
        List<Suggestion> all = new ArrayList<>();
        String keyword = keyword(kind);
        Rename rename = Renames.CURATED.of(Kind.TYPE, "", keyword + EssentialName.of(name));
        if (rename != null) {
            for (String to : rename.to()) {
                if (Named.first(target, to) != 0) {
                    all.add(Suggestion.known(to, to, rename));
                }
            }
        }
        addUnless(all, flavour(keyword, name, target));
        addUnless(all, otherKind(kind, EssentialName.of(name), target));
        addUnderscored(all, keyword, EssentialName.of(name), target);
        return List.copyOf(all);
    }

    private static void addUnless(List<Suggestion> all, @Nullable Suggestion suggestion) {
        if (suggestion != null) {
            all.add(suggestion);
        }
    }

    private static String keyword(int kind) {
        return switch (kind) {
            case BtfKind.STRUCT -> "struct ";
            case BtfKind.UNION -> "union ";
            case BtfKind.ENUM, BtfKind.ENUM64 -> "enum ";
            default -> "";
        };
    }

    /**
     * A flavour that is none, because libbpf wants three underscores before it, no more and no fewer: {@code
     * task_struct__5_14}. The kernel must have a type of the name in front.
     */
    private static @Nullable Suggestion flavour(String keyword, String name, Btf target) {
        for (int at = name.indexOf("__"); at > 0; at = name.indexOf("__", at + 1)) {
            int end = at;
            while (end < name.length() && name.charAt(end) == '_') {
                end++;
            }
            String type = keyword + name.substring(0, at);
            if (end - at != 3 && end < name.length() && name.charAt(at - 1) != '_' && Named.first(target, type) != 0) {
                List<String> why = List.of(
                        "a flavour begins with three underscores, this one with " + (end - at), "there is a " + type);
                return Suggestion.ofName(type + "___" + name.substring(end), type, Grade.VERY_LIKELY, why);
            }
        }
        return null;
    }

    private static @Nullable Suggestion otherKind(int kind, String name, Btf target) {
        for (int other : new int[] {BtfKind.STRUCT, BtfKind.UNION, BtfKind.ENUM, BtfKind.TYPEDEF}) {
            if (!BtfKind.coreCompatible(kind, other) && Named.first(target, other, name) != 0) {
                String type = keyword(other) + name;
                String why = "the same name, but a " + BtfKind.name(other);
                return Suggestion.ofName(type, type, Grade.SIMILAR_NAME_ONLY, List.of(why));
            }
        }
        return null;
    }

    private static void addUnderscored(List<Suggestion> all, String keyword, String name, Btf target) {
        String bare = Words.stripped(name);
        for (String other : new String[] {bare, "_" + bare, "__" + bare, bare + "_t"}) {
            if (!other.equals(name) && Named.first(target, keyword + other) != 0) {
                String why = "the same name with other underscores";
                all.add(Suggestion.ofName(keyword + other, keyword + other, Grade.SIMILAR_NAME_ONLY, List.of(why)));
            }
        }
    }
}
