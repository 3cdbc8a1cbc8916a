package dev.relogrid.engine.history;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.bytes.MalformedInput;
import java.util.ArrayList;
import java.util.List;

/** Members as programs name them, those inside types without names too. */
final class MemberList {
    private static final int DEEPEST = 64;
    private static final int MOST = 100_000;

    private final Btf btf;
    private final List<TypeDefinition.Member> members = new ArrayList<>();

    MemberList(Btf btf) {
        this.btf = btf;
    }

    /** @param id a struct or union */
    List<TypeDefinition.Member> of(int id) {
        add(id, "", 0, 0);
        return members;
    }

    private void add(int id, String prefix, long bit, int depth) {
        if (depth > DEEPEST || members.size() > MOST) {
            throw new MalformedInput(
                    "BTF types", 0, "at most " + MOST + " members, types without names " + DEEPEST + " deep", "more");
        }
        for (int i = 0; i < btf.vlen(id); i++) {
            long at = bit + Integer.toUnsignedLong(btf.memberBitOffset(id, i));
            String name = btf.string(btf.memberNameOffset(id, i));
            if (!name.isEmpty()) {
                members.add(member(id, i, prefix + name, at));
            }
            int inner = inner(btf.memberType(id, i), name.isEmpty());
            if (inner != 0) {
                add(inner, name.isEmpty() ? prefix : prefix + name + ".", at, depth + 1);
            }
        }
    }

    private TypeDefinition.Member member(int id, int i, String path, long at) {
        int type = btf.memberType(id, i);
        int bits = btf.memberBitfieldSize(id, i);
        return new TypeDefinition.Member(
                path,
                TypeText.declaration(btf, type, ""),
                at,
                bits == 0 ? 8 * Math.max(0, btf.resolveSize(type)) : bits,
                bits != 0);
    }

    /** The struct or union to look into: behind a member without a name any, else one without; 0 for none. */
    private int inner(int typeId, boolean unnamed) {
        int type = unnamed ? btf.skipModifiersAndTypedefs(typeId) : withoutModifiers(typeId);
        return BtfKind.isComposite(btf.kind(type)) && (unnamed || btf.nameOffset(type) == 0) ? type : 0;
    }

    private int withoutModifiers(int typeId) {
        int type = typeId;
        for (int steps = 0; steps < Btf.MAX_CHAIN && BtfKind.isModifier(btf.kind(type)); steps++) {
            type = btf.type(type);
        }
        return type;
    }
}
