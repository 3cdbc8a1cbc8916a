package dev.relogrid.engine.advice;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.OneName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members of a struct or union by name, those of its anonymous members among them, as CO-RE finds them. */
final class Members {
    /** Anonymous members in anonymous members; real ones stop at four. */
    private static final int MAX_DEPTH = 16;

    /** Hostile types can hold themselves many times over; real structs stay below 500. */
    private static final int MOST = 1 << 14;

    private Members() {}

    /**
     * A member.
     *
     * @param name its name
     * @param type the id of its type
     * @param bitOffset from the start of the struct that was asked
     * @param bits of a bitfield, else 0
     */
    record Member(String name, int type, long bitOffset, int bits) {}

    /** All in order; empty when it is no struct or union. */
    static List<Member> of(Btf btf, int id) {
        List<Member> members = new ArrayList<>();
        collect(btf, id, 0, members, 0);
        return members;
    }

    private static void collect(Btf btf, int typeId, long offset, List<Member> into, int depth) {
        int id = btf.skipModifiersAndTypedefs(typeId);
        if (!BtfKind.isComposite(btf.kind(id)) || depth > MAX_DEPTH) {
            return;
        }
        int count = btf.vlen(id);
        for (int i = 0; i < count && into.size() < MOST; i++) {
            long at = offset + btf.memberBitOffset(id, i);
            String name = btf.string(btf.memberNameOffset(id, i));
            if (name.isEmpty()) {
                collect(btf, btf.memberType(id, i), at, into, depth + 1);
            } else {
                into.add(new Member(name, btf.memberType(id, i), at, btf.memberBitfieldSize(id, i)));
            }
        }
    }

    static @Nullable Member find(Btf btf, int id, String name) {
        // bytes against bytes: to make a string of every name on the way would be most of the work
        return find(btf, id, new OneName(name), 0, 0);
    }

    private static @Nullable Member find(Btf btf, int typeId, Btf names, long offset, int depth) {
        int id = btf.skipModifiersAndTypedefs(typeId);
        if (!BtfKind.isComposite(btf.kind(id)) || depth > MAX_DEPTH) {
            return null;
        }
        int count = btf.vlen(id);
        for (int i = 0; i < count; i++) {
            long at = offset + btf.memberBitOffset(id, i);
            int name = btf.memberNameOffset(id, i);
            if (btf.isEmptyString(name)) {
                Member inside = find(btf, btf.memberType(id, i), names, at, depth + 1);
                if (inside != null) {
                    return inside;
                }
            } else if (btf.stringEquals(name, names, OneName.OFFSET)) {
                return new Member(btf.string(name), btf.memberType(id, i), at, btf.memberBitfieldSize(id, i));
            }
        }
        return null;
    }
}
