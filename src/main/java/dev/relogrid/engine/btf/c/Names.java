package dev.relogrid.engine.btf.c;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The names types and enumerators get in C, where a name may be defined once: the second definition of {@code foo} is
 * called {@code foo___2}, as in libbpf's btf_dump and as CO-RE's flavours allow. Tags have a name space of their own.
 */
final class Names {
    /** Every compiler has a type of its own by that name; another's, of another size, must be called differently. */
    static final String BUILTIN_VA_LIST = "__builtin_va_list";

    private final Btf btf;
    private final boolean sharing;
    private final Map<Integer, String> given = new HashMap<>();
    private final Map<String, String> keywords = new HashMap<>();
    private final Set<String> definedTags = new HashSet<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> last = new HashMap<>();

    Names(Btf btf) {
        this(btf, false);
    }

    private Names(Btf btf, boolean sharing) {
        this.btf = btf;
        this.sharing = sharing;
        taken.add(BUILTIN_VA_LIST);
    }

    /** Names as they are, which several types may have: for one definition by itself. */
    static Names shared(Btf btf) {
        return new Names(btf, true);
    }

    static String keyword(Btf btf, int id) {
        return switch (btf.kind(id)) {
            case BtfKind.STRUCT -> "struct";
            case BtfKind.UNION -> "union";
            case BtfKind.FWD -> btf.kflag(id) ? "union" : "struct";
            default -> "enum";
        };
    }

    /** "struct foo" for a named struct, union, enum or forward declaration. */
    String tag(int id) {
        String name = given.get(id);
        if (name == null) {
            name = freeTag(id);
            given.put(id, name);
        }
        return keyword(btf, id) + " " + name;
    }

    private String freeTag(int id) {
        String keyword = keyword(btf, id);
        boolean definition = btf.kind(id) != BtfKind.FWD;
        String name = identifier(id, btf.name(id));
        if (sharing) {
            return name;
        }
        String free = name;
        while ((definition && definedTags.contains(free))
                || !keywords.getOrDefault(free, keyword).equals(keyword)) {
            free = next("tag ", name);
        }
        keywords.put(free, keyword);
        if (definition) {
            definedTags.add(free);
        }
        return free;
    }

    /** The name of a typedef, a function, a variable, or an int that C does not know. */
    String ordinary(int id) {
        String name = given.get(id);
        if (name == null) {
            name = free(identifier(id, btf.name(id)));
            given.put(id, name);
        }
        return name;
    }

    /** A name for this use of the enumerator alone. */
    String enumerator(int id, int i) {
        return free(identifier(id, btf.string(btf.enumeratorNameOffset(id, i))));
    }

    private String free(String name) {
        if (sharing) {
            return name;
        }
        String free = name;
        while (!taken.add(free)) {
            free = next("", name);
        }
        return free;
    }

    /** Counts on for each name, so that a thousand types of one name do not cost a million tries. */
    private String next(String space, String name) {
        return name + "___" + last.merge(space + name, 2, (before, one) -> before + 1);
    }

    /** {@code name} if C can spell it. */
    String identifier(int id, String name) {
        boolean valid = !name.isEmpty() && !Character.isDigit(name.charAt(0));
        for (int i = 0; valid && i < name.length(); i++) {
            char c = name.charAt(i);
            valid = c < 0x80 && (Character.isLetterOrDigit(c) || c == '_' || c == '$');
        }
        if (!valid) {
            throw Unprintable.type(btf, id, "names that are C identifiers", "'" + name + "'");
        }
        return name;
    }
}
