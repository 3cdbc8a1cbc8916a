package dev.relogrid.engine.feature;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.RelocationRecord;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** Which instructions hold the offset of a member, relocated by CO-RE, and of what struct. */
final class MemberAccesses {
    private static final int FIELD_BYTE_OFFSET = 0;

    private final IdentityHashMap<Program, Map<Integer, Integer>> structs = new IdentityHashMap<>();

    /** Records of damaged objects name types that are not there; libbpf refuses the object for them. */
    MemberAccesses(BpfObject object) {
        Btf types = object.btf();
        for (RelocationRecord record : object.relocations()) {
            Program program = record.program();
            boolean named =
                    types != null && Integer.compareUnsigned(record.relo().typeId(), types.typeCount()) < 0;
            if (program != null && named && record.relo().kind() == FIELD_BYTE_OFFSET) {
                structs.computeIfAbsent(program, key -> new HashMap<>())
                        .put(record.programInsn(), record.relo().typeId());
            }
        }
    }

    /** The struct in the object's types; 0 where the instruction holds no such offset. */
    int struct(Program function, int insn) {
        Map<Integer, Integer> types = structs.get(function);
        Integer type = types == null ? null : types.get(insn);
        return type == null ? 0 : type;
    }
}
