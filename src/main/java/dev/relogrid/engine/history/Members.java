package dev.relogrid.engine.history;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.bytes.MalformedInput;
import org.jspecify.annotations.Nullable;

/** Members of structs and unions, those of anonymous ones inside too, in the order libbpf searches them. */
final class Members {
    private static final int DEEPEST = 64;

    private final Btf btf;

    /**
     * A member that was found.
     *
     * @param container the struct or union it stands in, an anonymous one perhaps
     * @param bit from the start of the type that was searched
     */
    record Found(int container, int index, long bit) {}

    /** Hears of members. */
    interface Visitor {
        /** @return whether to go on */
        boolean member(Found member);
    }

    Members(Btf btf) {
        this.btf = btf;
    }

    /** The first of that name; null when there is none, or {@code id} is no struct or union. */
    @Nullable
    Found find(int id, String name) {
        Found[] found = {null};
        visit(id, member -> {
            if (!name(member).equals(name)) {
                return true;
            }
            found[0] = member;
            return false;
        });
        return found[0];
    }

    String name(Found member) {
        return btf.string(btf.memberNameOffset(member.container, member.index));
    }

    /** All that have names. */
    void visit(int id, Visitor visitor) {
        visit(id, 0, 0, visitor);
    }

    private boolean visit(int typeId, long bit, int depth, Visitor visitor) {
        if (depth > DEEPEST) {
            throw new MalformedInput(
                    "BTF types", 0, "at most " + DEEPEST + " types without names in one another", "more");
        }
        int id = btf.skipModifiersAndTypedefs(typeId);
        if (!BtfKind.isComposite(btf.kind(id))) {
            return true;
        }
        int count = btf.vlen(id);
        for (int i = 0; i < count; i++) {
            long at = bit + Integer.toUnsignedLong(btf.memberBitOffset(id, i));
            boolean goOn = btf.isEmptyString(btf.memberNameOffset(id, i))
                    ? visit(btf.memberType(id, i), at, depth + 1, visitor)
                    : visitor.member(new Found(id, i, at));
            if (!goOn) {
                return false;
            }
        }
        return true;
    }
}
