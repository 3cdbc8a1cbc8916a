package dev.relogrid.engine.feature;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.finding.Obstacle.Place;
import dev.relogrid.engine.finding.Stage;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.object.StructOps;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A struct of function pointers that the kernel lets programs fill ({@code bpf_map__init_kern_struct_ops}, {@code
 * find_struct_ops_kern_types}): it and the struct the kernel keeps it in must be there, in vmlinux or one module, and
 * every member the object sets must fit its namesake. Members that the kernel lacks may stay unset.
 */
final class StructOpsTarget extends NeedGroup {
    private final StructOps map;
    private final Btf local;
    private final String struct;
    private final Sought type;
    private final Sought value;
    private final Need need;

    StructOpsTarget(StructOps map, Btf local) {
        this.map = map;
        this.local = local;
        this.struct = local.essentialName(local.nameOffset(map.typeId()));
        this.type = new Sought(BtfKind.STRUCT, struct);
        this.value = new Sought(BtfKind.STRUCT, "bpf_struct_ops_" + struct);
        this.need = new Need(CauseCode.ATTACH_TARGET_MISSING, Stage.RELOCATE, Place.OBJECT, "struct_ops " + struct);
    }

    @Override
    void check(Kernel kernel, List<Obstacle> into) {
        Btf vmlinux = kernel.vmlinux();
        if (vmlinux == null) {
            return;
        }
        String has = lack(kernel, vmlinux);
        if (has != null) {
            into.add(need.missing(has));
        }
    }

    /** What is wrong with what the kernel has, a clause; null for nothing. */
    private @Nullable String lack(Kernel kernel, Btf vmlinux) {
        Btf types = vmlinux;
        int kept = value.in(vmlinux);
        List<NamedBtf> modules = kept == 0 ? kernel.modules() : List.of();
        for (int i = 0; i < modules.size() && kept == 0; i++) {
            types = modules.get(i).btf();
            kept = value.in(types);
        }
        if (kept == 0) {
            return "it has no struct bpf_struct_ops_" + struct;
        }
        int base = type.in(vmlinux);
        int of = base != 0 ? base : type.in(types);
        if (of == 0) {
            return "it has no struct " + struct;
        }
        for (int i = 0; i < types.vlen(kept); i++) {
            int held = types.memberType(kept, i);
            // by name, for where types are handed out one at a time, one of them may have several ids
            if (types.kind(held) == BtfKind.STRUCT && types.name(held).equals(struct)) {
                return lackingMember(types, of);
            }
        }
        return "its struct bpf_struct_ops_" + struct + " holds no struct " + struct;
    }

    private @Nullable String lackingMember(Btf types, int of) {
        for (int i = 0; i < local.vlen(map.typeId()); i++) {
            String name = local.string(local.memberNameOffset(map.typeId(), i));
            int member = member(types, of, name);
            if (member < 0) {
                if (isSet(i)) {
                    return "its struct " + struct + " has no member " + name + ", which is set here";
                }
            } else if (!fits(i, types, of, member)) {
                return "its member " + name + " of struct " + struct + " is of another type";
            }
        }
        return null;
    }

    private static int member(Btf types, int of, String name) {
        for (int i = 0; i < types.vlen(of); i++) {
            if (types.string(types.memberNameOffset(of, i)).equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isSet(int i) {
        if (map.programs().containsKey(i)) {
            return true;
        }
        Bytes bytes = map.value();
        long size = local.resolveSize(local.memberType(map.typeId(), i));
        int from = local.memberBitOffset(map.typeId(), i) / 8;
        for (long at = from; at < from + size && at < bytes.length(); at++) {
            if (bytes.u8((int) at) != 0) {
                return true;
            }
        }
        return false;
    }

    private boolean fits(int i, Btf types, int of, int member) {
        if (local.memberBitfieldSize(map.typeId(), i) != 0 || types.memberBitfieldSize(of, member) != 0) {
            return false;
        }
        int here = local.skipModifiersAndTypedefs(local.memberType(map.typeId(), i));
        int there = types.skipModifiersAndTypedefs(types.memberType(of, member));
        if (local.kind(here) != types.kind(there)) {
            return false;
        }
        if (local.kind(here) == BtfKind.PTR) {
            return !map.programs().containsKey(i)
                    || types.kind(types.skipModifiersAndTypedefs(types.type(there))) == BtfKind.FUNC_PROTO;
        }
        return local.resolveSize(here) == types.resolveSize(there);
    }
}
