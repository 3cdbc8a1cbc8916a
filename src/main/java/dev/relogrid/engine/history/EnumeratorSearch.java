package dev.relogrid.engine.history;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import java.util.ArrayList;
import java.util.List;

/** Finds which enum an enumerator is of. */
public final class EnumeratorSearch {
    private EnumeratorSearch() {}

    /** The names of all enums that have one of that name, an empty one for enums without name; each once. */
    public static List<String> enumsWith(Btf btf, String enumerator) {
        List<String> found = new ArrayList<>();
        for (int id = 1; id < btf.typeCount(); id++) {
            if (BtfKind.isAnyEnum(btf.kind(id)) && has(btf, id, enumerator) && !found.contains(btf.name(id))) {
                found.add(btf.name(id));
            }
        }
        return found;
    }

    private static boolean has(Btf btf, int id, String enumerator) {
        for (int i = 0; i < btf.vlen(id); i++) {
            if (btf.string(btf.enumeratorNameOffset(id, i)).equals(enumerator)) {
                return true;
            }
        }
        return false;
    }
}
