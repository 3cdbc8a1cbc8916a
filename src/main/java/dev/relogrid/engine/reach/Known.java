package dev.relogrid.engine.reach;

import dev.relogrid.engine.object.Extern;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What all parts of one exploration go by. */
final class Known {
    final Code code;
    final Loaded loaded;
    final Rules rules;
    final OriginPool origins = new OriginPool();
    final Constants constants;
    final VersionUse versions = new VersionUse(origins);
    final boolean little;
    /** Whether an opaque number came to matter otherwise than by deciding a branch. */
    boolean opaqueMattered;
    /** The origins of each instruction's own number; -1 when not asked for yet. */
    private final int[] originOf;

    private final Map<Integer, Integer> originOfExtern = new HashMap<>();

    Known(Code code, Loaded loaded, Conditions conditions, Rodata rodata, ByteOrder order) {
        this.code = code;
        this.loaded = loaded;
        this.rules = conditions.rules();
        this.constants = new Constants(rodata, loaded, origins, versions, conditions.anyRodata(), order);
        this.little = order == ByteOrder.LITTLE_ENDIAN;
        this.originOf = new int[code.length];
        Arrays.fill(originOf, -1);
    }

    /** The origins of the number an instruction holds: a relocation's, or none. */
    int originOf(int pc) {
        if (originOf[pc] < 0) {
            int set = OriginPool.NONE;
            if (code.isRelocated(pc)) {
                int function = code.functionAt(pc);
                set = origins.single(new Origins.Place(code.function(function), pc - code.start(function)));
            }
            originOf[pc] = code.isOpaque(pc) ? origins.union(set, origins.opaque()) : set;
        }
        return originOf[pc];
    }

    int originOf(Extern extern) {
        Integer known = originOfExtern.get(extern.symbolIndex());
        if (known == null) {
            known = origins.single(extern);
            originOfExtern.put(extern.symbolIndex(), known);
        }
        return known;
    }
}
