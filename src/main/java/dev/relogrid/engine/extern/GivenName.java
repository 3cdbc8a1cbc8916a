package dev.relogrid.engine.extern;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.OneName;

/** A name to look up in a kernel's types that no object names. */
final class GivenName {
    private final OneName names;
    private final String name;

    GivenName(String name) {
        this.name = name;
        this.names = new OneName(name);
    }

    String text() {
        return name;
    }

    /** The first of the types of exactly that kind and name, or 0. */
    int firstIn(Btf types, int kind) {
        return Lookup.first(types, kind, names, OneName.OFFSET, name);
    }

    /** Whether an enum has an enumerator of that name. */
    boolean isEnumeratorOf(Btf types, int id) {
        int count = types.vlen(id);
        for (int i = 0; i < count; i++) {
            if (types.stringEquals(types.enumeratorNameOffset(id, i), names, OneName.OFFSET)) {
                return true;
            }
        }
        return false;
    }
}
