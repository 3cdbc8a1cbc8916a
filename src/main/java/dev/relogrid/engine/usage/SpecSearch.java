package dev.relogrid.engine.usage;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.EssentialName;
import dev.relogrid.engine.core.AccessSpec;

/** Whether an access has something in it: at its root or further on, with names compared without flavours. */
final class SpecSearch {
    private final Sought sought;

    SpecSearch(Sought sought) {
        this.sought = sought;
    }

    boolean isUsedBy(AccessSpec spec) {
        if (spec.kind().isEnumvalBased()) {
            return isEnumerator(spec);
        }
        if (isType(spec.btf(), spec.rootTypeId())
                && (spec.kind().isTypeBased() ? sought.path().isEmpty() : isAt(spec, 1))) {
            return true;
        }
        for (int i = 1; spec.kind().isFieldBased() && i < spec.length(); i++) {
            if (spec.isNamed(i) && isType(spec.btf(), enclosing(spec, i)) && isAt(spec, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isEnumerator(AccessSpec spec) {
        boolean named = spec.length() > 0 && spec.isNamed(0);
        String name = named ? EssentialName.of(spec.accessorNameText(0)) : "";
        if (sought.keyword().equals("enumval")) {
            return name.equals(sought.name());
        }
        int id = spec.btf().skipModifiersAndTypedefs(spec.rootTypeId());
        return isType(spec.btf(), id)
                && (sought.path().isEmpty() || sought.path().getFirst().equals(name));
    }

    /** Whether the steps from there on begin with the members that are sought; elements of arrays are passed over. */
    private boolean isAt(AccessSpec spec, int from) {
        int found = 0;
        for (int i = from; i < spec.length() && found < sought.path().size(); i++) {
            if (spec.isNamed(i)) {
                if (!spec.accessorNameText(i).equals(sought.path().get(found))) {
                    return false;
                }
                found++;
            }
        }
        return found == sought.path().size();
    }

    /** The type whose member a step names, whatever anonymous ones lie between. */
    static int enclosing(AccessSpec spec, int i) {
        Btf btf = spec.btf();
        int before = i - 1;
        int id = before == 0
                ? spec.rootTypeId()
                : spec.isNamed(before)
                        ? btf.memberType(spec.accessorType(before), spec.accessorIndex(before))
                        : spec.accessorType(before);
        return btf.skipModifiersAndTypedefs(id);
    }

    private boolean isType(Btf btf, int id) {
        return sought.keyword().equals(keyword(btf.kind(id)))
                && EssentialName.of(btf.name(id)).equals(sought.name());
    }

    private static String keyword(int kind) {
        return kind == BtfKind.ENUM64 ? "enum" : BtfKind.name(kind);
    }

    /** The access as in C: {@code struct inode___old.i_ctime.tv_sec}, {@code enum cmd::CMD_A}. */
    static String text(AccessSpec spec) {
        Btf btf = spec.btf();
        StringBuilder text = new StringBuilder(keyword(btf.kind(spec.rootTypeId())))
                .append(' ')
                .append(btf.name(spec.rootTypeId()));
        if (spec.kind().isEnumvalBased()) {
            return text.append("::").append(spec.accessorNameText(0)).toString();
        }
        for (int i = 1; spec.kind().isFieldBased() && i < spec.length(); i++) {
            if (spec.isNamed(i)) {
                text.append('.').append(spec.accessorNameText(i));
            } else {
                text.append('[')
                        .append(Integer.toUnsignedString(spec.accessorIndex(i)))
                        .append(']');
            }
        }
        return text.toString();
    }
}
