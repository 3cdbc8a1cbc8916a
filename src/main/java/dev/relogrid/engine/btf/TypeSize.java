package dev.relogrid.engine.btf;

import java.util.Set;

/** How many bytes a type takes, by libbpf's rules ({@code btf__resolve_size}, {@code determine_ptr_size}). */
final class TypeSize {
    private static final int MAX_RESOLVE_DEPTH = 32;
    private static final long UINT32_MAX = 0xffff_ffffL;
    private static final Set<String> LONG_ALIASES = Set.of(
            "long",
            "long int",
            "int long",
            "unsigned long",
            "long unsigned",
            "unsigned long int",
            "unsigned int long",
            "long unsigned int",
            "long int unsigned",
            "int unsigned long",
            "int long unsigned");

    private TypeSize() {}

    /** Bytes, or a negative {@link Errno}. */
    static long of(Btf btf, int typeId) {
        long count = 1;
        int id = typeId;
        for (int depth = 0; depth < MAX_RESOLVE_DEPTH; depth++) {
            switch (btf.kind(id)) {
                case BtfKind.INT,
                        BtfKind.STRUCT,
                        BtfKind.UNION,
                        BtfKind.ENUM,
                        BtfKind.ENUM64,
                        BtfKind.DATASEC,
                        BtfKind.FLOAT -> {
                    return times(count, btf.size(id));
                }
                case BtfKind.PTR -> {
                    return times(count, btf.pointerSize());
                }
                case BtfKind.TYPEDEF,
                        BtfKind.VOLATILE,
                        BtfKind.CONST,
                        BtfKind.RESTRICT,
                        BtfKind.VAR,
                        BtfKind.DECL_TAG,
                        BtfKind.TYPE_TAG -> id = btf.type(id);
                case BtfKind.ARRAY -> {
                    long elements = btf.arrayCount(id);
                    if (count != 0 && elements > UINT32_MAX / count) {
                        return -Errno.E2BIG;
                    }
                    count *= elements;
                    id = btf.arrayType(id);
                }
                default -> {
                    return -Errno.EINVAL;
                }
            }
        }
        return -Errno.EINVAL;
    }

    private static long times(long count, long size) {
        return count != 0 && size > UINT32_MAX / count ? -Errno.E2BIG : count * size;
    }

    /** The size of the first int of 4 or 8 bytes that is some spelling of long; 8 when there is none. */
    static int pointerSize(Btf btf) {
        int witness = pointerSizeWitness(btf);
        return witness == 0 ? 8 : (int) btf.size(witness);
    }

    /** The id of that int, or 0. */
    static int pointerSizeWitness(Btf btf) {
        for (int id = 1; id < btf.typeCount(); id++) {
            if (btf.kind(id) == BtfKind.INT
                    && (btf.size(id) == 4 || btf.size(id) == 8)
                    && LONG_ALIASES.contains(btf.name(id))) {
                return id;
            }
        }
        return 0;
    }
}
