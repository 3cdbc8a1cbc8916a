package dev.relogrid.engine.advice;

import dev.relogrid.engine.advice.MemberPath.Step;
import dev.relogrid.engine.advice.Members.Member;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A walk along a path through a kernel's (or an object's) types. It has members by name, nameless ones gone through, as CO-RE
 * looks for them, and, unlike one CO-RE relocation, also steps through pointers.
 */
final class TargetWalk {
    private final Btf btf;
    private final List<Hop> hops = new ArrayList<>();
    private int type;
    private long bitOffset;

    /**
     * @param rootId the struct, union or typedef to start at
     */
    TargetWalk(Btf btf, int rootId) {
        this.btf = btf;
        this.type = rootId;
    }

    /** Where the path leads from there, or null when it leads nowhere. */
    static @Nullable TargetWalk along(Btf btf, int rootId, List<Step> steps) {
        TargetWalk walk = new TargetWalk(btf, rootId);
        return walk.go(steps) ? walk : null;
    }

    /** The path of a table's entry, which may start at another struct than the given one. */
    static @Nullable TargetWalk along(Btf btf, int rootId, MemberPath path) {
        int start = path.root().isEmpty() ? rootId : Named.first(btf, path.root());
        return start == 0 ? null : along(btf, start, path.steps());
    }

    boolean go(List<Step> steps) {
        for (Step step : steps) {
            if (!go(step)) {
                return false;
            }
        }
        return true;
    }

    boolean go(Step step) {
        return step.isElement()
                ? element(Math.max(0, step.index()))
                : (!step.deref() || deref()) && member(step.name());
    }

    private boolean member(String name) {
        int id = btf.skipModifiersAndTypedefs(type);
        Member member = Members.find(btf, id, name);
        if (member == null) {
            return false;
        }
        enter(member);
        return true;
    }

    /** Takes a member of where the walk is. */
    void enter(Member member) {
        hops.add(new Hop(ownerOf(type), member.name(), "", CText.plain(btf, member.type()), member.bits(), false));
        type = member.type();
        bitOffset += member.bitOffset();
    }

    private String ownerOf(int typeId) {
        int id = typeId;
        while (BtfKind.isModifier(btf.kind(id))) {
            id = btf.type(id);
        }
        int behind = btf.skipModifiersAndTypedefs(id);
        int named = btf.nameOffset(behind) == 0 ? id : behind;
        return btf.name(named).isEmpty() ? "" : CText.essential(btf, named);
    }

    private boolean element(long index) {
        int id = btf.skipModifiersAndTypedefs(type);
        if (btf.kind(id) != BtfKind.ARRAY || hops.isEmpty()) {
            return false;
        }
        type = btf.arrayType(id);
        bitOffset += index * 8 * Math.max(0, btf.resolveSize(type));
        hops.set(hops.size() - 1, hops.getLast().element(index, CText.plain(btf, type)));
        return true;
    }

    /** Goes through a pointer to a struct or union that has a name, wherever that is defined. */
    boolean deref() {
        int pointer = btf.skipModifiersAndTypedefs(type);
        if (btf.kind(pointer) != BtfKind.PTR || hops.isEmpty()) {
            return false;
        }
        int to = definition(btf, btf.skipModifiersAndTypedefs(btf.type(pointer)));
        if (to == 0 || btf.name(to).isEmpty()) {
            return false;
        }
        hops.set(hops.size() - 1, hops.getLast().through());
        type = to;
        bitOffset = 0;
        return true;
    }

    /** The struct or union a pointer leads to, itself or by the name of its forward declaration; 0 when there is none. */
    private static int definition(Btf btf, int id) {
        if (btf.kind(id) == BtfKind.FWD) {
            return Named.first(btf, CText.tag(btf, id));
        }
        return BtfKind.isComposite(btf.kind(id)) ? id : 0;
    }

    /** The types it goes through. */
    Btf btf() {
        return btf;
    }

    /** The type it has come to. */
    int type() {
        return type;
    }

    /** From the start of the struct it is in, behind the last pointer. */
    long bitOffset() {
        return bitOffset;
    }

    List<Hop> hops() {
        return List.copyOf(hops);
    }

    TargetWalk copy() {
        TargetWalk copy = new TargetWalk(btf, type);
        copy.hops.addAll(hops);
        copy.bitOffset = bitOffset;
        return copy;
    }
}
